export { FindFollowUps, FollowUpListInput } from './find-follow-ups.js';
export { FollowUpAction, type FollowUpPrivate } from './follow-up-action.entity.js';
export { followUpKind } from './follow-up-action.kind.js';
export { RecordFollowUpInput, ReviseFollowUpInput } from './follow-up.input.js';
export type { FollowUpView } from './follow-up.view.js';
export { FollowUpsModule } from './follow-ups.module.js';
export { isClosed, RecordFollowUp } from './record-follow-up.js';
