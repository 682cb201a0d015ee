export { beginChange, finishChanges, promoted, type Told } from './change-keys.js';
export { tokenColumns } from './recompute-tokens.js';
