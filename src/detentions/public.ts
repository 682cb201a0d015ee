export { ChangeCustody } from './change-custody.js';
export { CustodyChanged } from './custody-changed.js';
export { lastWordOf, startOf, stayEndOf, statusOf, type CustodyStatus, type StatusAsOf } from './custody-facts.js';
export { CustodyPeriod, type Account, type CustodyPeriodPrivate } from './custody-period.entity.js';
export { DetentionEvent, type DetentionEventPrivate } from './detention-event.entity.js';
export { Detention, type DetentionPrivate } from './detention.entity.js';
export {
  CustodyPeriodInput,
  DetentionEventInput,
  RecordDetentionInput,
  ReviseCustodyPeriodInput,
  ReviseDetentionEventInput,
  ReviseDetentionInput,
} from './detention.input.js';
export { custodyPeriodKind, detentionEventKind, detentionKind } from './detention.kind.js';
export type { CustodyPeriodView, DetentionEventView, DetentionRowView, DetentionView } from './detention.view.js';
export { DetentionsModule } from './detentions.module.js';
export { DetentionListInput, FindDetentions } from './find-detentions.js';
export { RecordDetention } from './record-detention.js';
