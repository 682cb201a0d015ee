export { FindShares } from './find-shares.js';
export { ShareCase } from './share-case.js';
export type { Named, NotAgreed } from './share-check.js';
export { ShareCaseInput, SharePartInput } from './share.input.js';
export type { EndingView, NotAgreedView, ShareView } from './share.view.js';
export { ShareTask } from './share-task.entity.js';
export { SharesModule } from './shares.module.js';
export { WatchShares } from './watch-shares.js';
