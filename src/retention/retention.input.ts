import { ArrayMaxSize, ArrayMinSize, IsArray, Matches, MinLength } from 'class-validator';
import { CleanText, Given } from '../kernel/text/public.js';

const anId = /^[0-9a-f-]{36}$/;

/** People of one batch: what two people can look through before they agree. */
export const BATCH = 50;

export class PastItsTimeInput {
  /** The last id of the page before. */
  @Given()
  @Matches(anId)
  after?: string;
}

export class ProposeRetentionInput {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(BATCH)
  @Matches(anId, { each: true })
  individualIds!: string[];

  @CleanText(500)
  @MinLength(5)
  reason!: string;
}
