export { Keys } from './keys.js';
export { seal, unseal, SealBroken } from './seal.js';
export { SubjectKey } from './subject-key.entity.js';
export { SubjectVault } from './subject-vault.js';
