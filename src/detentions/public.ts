export { CustodyPeriod, type Account, type CustodyPeriodPrivate } from './custody-period.entity.js';
export { DetentionEvent, type DetentionEventPrivate } from './detention-event.entity.js';
export { Detention, type DetentionPrivate } from './detention.entity.js';
export { custodyPeriodKind, detentionEventKind, detentionKind } from './detention.kind.js';
