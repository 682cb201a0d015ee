export { FindShares } from './find-shares.js';
export { ShareCase } from './share-case.js';
export type { Named, NotAgreed } from './share-check.js';
export { ShareCaseInput, SharePartInput } from './share.input.js';
export type { NotAgreedView, ShareView } from './share.view.js';
export { SharesModule } from './shares.module.js';
