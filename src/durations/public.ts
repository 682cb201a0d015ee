export { DetentionDuration, type DurationMeasure } from './detention-duration.entity.js';
export { DurationsModule } from './durations.module.js';
export { FindDurations, type DurationsOf } from './find-durations.js';
export { KeepDurations } from './keep-durations.js';
