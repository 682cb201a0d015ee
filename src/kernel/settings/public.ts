export { projectRoot } from './root.js';
export { defaultDataDir, readSettings, type OidcSettings, type OpenHours, type Settings } from './settings.js';
export { Instance } from './instance.entity.js';
export { type BackupSettings, type KeepRule, type S3Settings } from './backup-settings.js';
export { SettingRefused } from './setting-refused.js';
