export { CheckIns } from './check-ins.js';
export { deadline, hoursEnded, isOpenAt } from './deadline.js';
export { FindServerState } from './find-server-state.js';
export { LastWords } from './last-words.js';
export { LockModule } from './lock.module.js';
export { LockNow } from './lock-now.js';
export type { ServerStateView } from './lock.view.js';
export { TellOfOpening, type Opening } from './tell-of-opening.js';
