/** Rows that name others which are not there; the message names the table. */
export class LooseReferences extends Error {}
