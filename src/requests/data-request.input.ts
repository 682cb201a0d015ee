import { Type } from 'class-transformer';
import { IsIn, Matches, MinLength, ValidateNested } from 'class-validator';
import { WhenInput } from '../kernel/http/public.js';
import { CleanText, Given } from '../kernel/text/public.js';
import { IsCode } from '../vocabularies/public.js';
import { answerSteps, type AnswerStep } from './data-request.entity.js';

const anId = /^[0-9a-f-]{36}$/;

export class RecordRequestInput {
  @IsCode('request-kinds')
  what!: string;

  /** null: nobody knows yet whom it is about. */
  @Given()
  @Matches(anId)
  individualId?: string | null;

  @IsCode('request-askers')
  askedBy!: string;

  @IsCode('identity-checks')
  identity: string = 'not_yet';

  /** When it came; the earliest moment counts. */
  @ValidateNested()
  @Type(() => WhenInput)
  received!: WhenInput;

  @Given()
  @CleanText(200)
  asker?: string | null;

  @Given()
  @CleanText(300)
  contact?: string | null;

  @Given()
  @CleanText(5000)
  wording?: string | null;
}

export class AnswerRequestInput {
  @IsIn(answerSteps)
  step!: AnswerStep;

  /** Of a refusal: why. */
  @Given()
  @IsCode('refusal-grounds')
  ground?: string | null;

  /** How identity stands now, when that has changed. */
  @Given()
  @IsCode('identity-checks')
  identity?: string;

  /** What was said to whoever asked; of an extension: its reason, of which they have to be told. */
  @CleanText(5000)
  @MinLength(3)
  words!: string;
}

export class RestrictInput {
  @IsCode('restriction-grounds')
  ground!: string;

  @CleanText(500)
  @MinLength(5)
  reason!: string;

  @Given()
  @Matches(anId)
  requestId?: string | null;
}

export class OpenRestrictedInput {
  @CleanText(500)
  @MinLength(5)
  reason!: string;
}
