export { checkOf, hasSlot, masterOf, type Entered } from './entered.js';
export { hasInstanceFile, InstanceFileBroken, readInstanceFile, writeInstanceFile, type InstanceFile, type OldInstanceFile } from './instance-file.js';
export { KeyRefused, type KeyFault } from './key-refused.js';
export { keyOfText, keyText } from './key-text.js';
export { keyFromPassphrase } from './passphrase.js';
export { makeRecoveryKey, secretOfRecoveryKey } from './recovery-key.js';
export { asksPassphrase, HOLDERS, joinShares, NEEDED, splitSecret, type TypedShare } from './share.js';
export type { Slot, SlotKind } from './slot.js';
export { newInstanceFile, Strongbox, type FileKeeper, type SlotInWords, type SlotSecret } from './strongbox.js';
