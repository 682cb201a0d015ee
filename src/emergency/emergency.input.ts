import { IsBoolean, Matches, MinLength } from 'class-validator';
import { CleanText } from '../kernel/text/public.js';

export class EnterInput {
  /** The number of the record, as somebody told it: I-2026-00042. */
  @CleanText(20)
  @Matches(/^[IDCE]-\d{4}-\d{5,}$/i)
  reference!: string;

  @CleanText(1000)
  @MinLength(10)
  reason!: string;
}

export class AnswerEntryInput {
  @IsBoolean()
  justified!: boolean;
}
