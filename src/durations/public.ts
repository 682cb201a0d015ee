export { DetentionDuration, type DurationMeasure } from './detention-duration.entity.js';
