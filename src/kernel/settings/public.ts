export { projectRoot } from './root.js';
export { defaultDataDir, readSettings, SettingRefused, type OidcSettings, type Settings } from './settings.js';
export { Instance } from './instance.entity.js';
