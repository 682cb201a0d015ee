export { ConsentedTimeline, type Consented } from './consented-timeline.js';
export { findContradictions, type Finding, type Statement } from './contradictions.js';
export { FindTimeline } from './find-timeline.js';
export { RecordNames, type SourceShown } from './record-names.js';
export type { Timeline } from './timeline.js';
export { TimelineModule } from './timeline.module.js';
export { timelineView } from './timeline.view.js';
