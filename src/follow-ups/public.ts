export { FollowUpAction, type FollowUpPrivate } from './follow-up-action.entity.js';
export { followUpKind } from './follow-up-action.kind.js';
