export { ImportRun } from './import-run.entity.js';
export { TakeIn, type Intake } from './take-in.js';
export { TakeInModule } from './take-in.module.js';
