import { Type } from 'class-transformer';
import { IsBoolean, IsIn, Matches, ValidateNested } from 'class-validator';
import { WhenInput } from '../kernel/http/public.js';
import { CleanText, Given } from '../kernel/text/public.js';
import { IsCode } from '../vocabularies/public.js';

/** What may be said of a source besides what staff call it. */
export class SourceInput {
  @Given()
  @IsCode('source-kinds')
  kind?: string;

  @Given()
  @IsCode('reliability')
  reliability?: string;

  /** Left out, a source is protected: forgetting to say so must not give a witness away. */
  @Given()
  @IsBoolean()
  protected?: boolean;

  /** Language of the statement, as in BCP 47: ru, kk, kk-Cyrl. */
  @Given()
  @Matches(/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/)
  language?: string | null;

  /** When the statement was made or the paper drawn. */
  @Given()
  @ValidateNested()
  @Type(() => WhenInput)
  stated?: WhenInput | null;

  @Given()
  @CleanText(300)
  identity?: string | null;

  @Given()
  @CleanText(500)
  contact?: string | null;

  @Given()
  @CleanText(20000)
  statement?: string | null;

  /** Address of a published report, number of a paper. */
  @Given()
  @CleanText(1000)
  location?: string | null;
}

export class RecordSourceInput extends SourceInput {
  /** How staff call it without naming anyone. */
  @CleanText(200)
  @Matches(/\S/)
  label!: string;
}

export class ReviseSourceInput extends SourceInput {
  @Given()
  @CleanText(200)
  @Matches(/\S/)
  label?: string;

  @Given()
  @CleanText(500)
  because?: string | null;
}

export const maskedOfSource = ['identity', 'contact'] as const;

export class RevealSourceInput {
  @IsIn(maskedOfSource)
  field!: (typeof maskedOfSource)[number];
}
