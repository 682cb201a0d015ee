/** A setting that cannot be used. The message is one sentence an administrator can act on. */
export class SettingRefused extends Error {}
