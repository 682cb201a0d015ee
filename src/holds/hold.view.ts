import type { HeldKind } from './legal-hold.entity.js';

export class HoldView {
  id!: string;
  kind!: HeldKind;
  recordId!: string;
  /** null: out of the reader's field classes, or erased. */
  reason!: string | null;
  setAt!: string;
  setBy!: string;
  endsAt!: string | null;
}

export class HoldSetView {
  id!: string;
}

/** The proposal somebody else has to agree to. */
export class ReleaseAskedView {
  id!: string;
}
