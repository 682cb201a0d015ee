export { SetHoldInput } from './hold.input.js';
export type { HoldView } from './hold.view.js';
export { Holds } from './holds.js';
export { holdsOver } from './holds-over.js';
export { HoldsModule } from './holds.module.js';
export { LegalHold, type HeldKind } from './legal-hold.entity.js';
