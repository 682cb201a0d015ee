import { IsIn, IsUUID, Matches } from 'class-validator';
import { CleanText, Given } from '../kernel/text/public.js';

export class OpenCircleInput {
  /** What its members call it; nobody else reads it. */
  @CleanText(120)
  @Matches(/\S/)
  name!: string;
}

export class LetInInput {
  @IsUUID()
  staffId!: string;

  /** The last day, YYYY-MM-DD in the organisation's zone; null: until somebody ends it. */
  @Given()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  lastDay?: string | null;
}

export class PutInInput {
  /** The number of the record, such as I-2026-00042. */
  @CleanText(20)
  reference!: string;
}

export class SealInput {
  @IsIn(['seal', 'unseal'])
  what!: 'seal' | 'unseal';

  @CleanText(500)
  @Matches(/\S/)
  reason!: string;
}
