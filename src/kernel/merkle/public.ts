export { BLOCK, Frontier } from './frontier.js';
export { emptyRoot, leafHash, nodeHash } from './hashes.js';
export { consistencyProof, inclusionProof, rootFromInclusion, rootOf, type Nodes } from './proofs.js';
