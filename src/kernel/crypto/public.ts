export { FileKey } from './file-key.entity.js';
export { FileGone, filesIn, FileVault, TooLarge, type Taken } from './file-vault.js';
export { dataKeyNames, derivedRing, freshRing, openRing, sealRing, type DataKey, type DataKeyName, type KeyRing } from './key-ring.js';
export { commit, OpenedCommitments, type Commitments, type OpenedValue, type SealedOpening, type Vouched } from './commitments.js';
export { Keys } from './keys.js';
export { migrateWith, ringFor } from './migrate-with.js';
export { seal, unseal, SealBroken } from './seal.js';
export { SubjectKey } from './subject-key.entity.js';
export { SubjectVault } from './subject-vault.js';
