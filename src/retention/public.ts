export { PastItsTime } from './past-its-time.js';
export { ProposeRetention } from './propose-retention.js';
export { erasingClasses, retentionSet, type RetentionClass } from './retention-class.js';
export { PastItsTimeInput, ProposeRetentionInput } from './retention.input.js';
export { RetentionModule } from './retention.module.js';
export type { PastItsTimePageView } from './retention.view.js';
