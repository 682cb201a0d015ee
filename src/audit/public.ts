export { acts } from './acts.js';
export { AuditEntry } from './audit-entry.entity.js';
export { AuditHead } from './audit-head.entity.js';
export { ChainedLedger } from './chained-ledger.js';
export type { Leaf } from './leaf.js';
export { verifyChain, type ChainState } from './verify-chain.js';
