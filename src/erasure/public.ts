export { EraseSubject } from './erase-subject.js';
export { ProposeErasureInput } from './erasure.input.js';
export type { ErasureLookView, ErasureView, MentionView } from './erasure.view.js';
export { ErasureModule } from './erasure.module.js';
export { FindErasures } from './find-erasures.js';
export { LookBeforeErasing } from './look-before-erasing.js';
export { mentionsOf, type Mention } from './mention-matcher.js';
export { listErasures, replayErasures, type ErasureList } from './replay-erasures.js';
