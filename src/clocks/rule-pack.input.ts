import { IsBoolean, IsObject } from 'class-validator';
import { CleanText, Given } from '../kernel/text/public.js';

export class ReviewRuleInput {
  /** false takes a confirmation back. */
  @IsBoolean()
  confirmed!: boolean;

  @Given()
  @CleanText(2000)
  note?: string | null;
}

export class AddRulePackInput {
  /** A pack as in rule-packs/, by its schema. */
  @IsObject()
  pack!: object;
}
