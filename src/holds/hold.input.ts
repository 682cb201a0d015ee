import { IsIn, Matches, MinLength } from 'class-validator';
import { CleanText, Given } from '../kernel/text/public.js';
import type { HeldKind } from './legal-hold.entity.js';

export const heldKinds: readonly HeldKind[] = ['individual', 'source', 'case', 'incident'];

export class SetHoldInput {
  @IsIn(heldKinds)
  kind!: HeldKind;

  @Matches(/^[0-9a-f-]{36}$/)
  recordId!: string;

  @CleanText(500)
  @MinLength(5)
  reason!: string;

  /** The last day of it, YYYY-MM-DD; null: until it is released. */
  @Given()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  until?: string | null;
}
