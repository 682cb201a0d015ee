export { custodyFigures, methodVersion, type CustodyFigures } from './custody-figures.js';
export { DetentionDuration, type DurationMeasure } from './detention-duration.entity.js';
export { DurationsModule } from './durations.module.js';
export { figuresOf } from './figures-of.js';
export { FindDurations, type DurationsOf } from './find-durations.js';
export { KeepDurations } from './keep-durations.js';
