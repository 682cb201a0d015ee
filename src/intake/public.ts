export { ImportRun } from './import-run.entity.js';
