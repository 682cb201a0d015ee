export { projectRoot } from './root.js';
export { readSettings, SettingRefused, type Settings } from './settings.js';
export { Instance } from './instance.entity.js';
