import { Type } from 'class-transformer';
import { Matches, ValidateNested } from 'class-validator';
import { WhenInput } from '../kernel/http/public.js';
import { CleanText, Given } from '../kernel/text/public.js';
import { IsCode } from '../vocabularies/public.js';

const anId = /^[0-9a-f-]{36}$/;

export class FollowUpInput {
  @Given()
  @IsCode('follow-up-kinds')
  kind?: string;

  @Given()
  @Matches(anId)
  ownerId?: string | null;

  /** By when; may be as uncertain as any time. */
  @Given()
  @ValidateNested()
  @Type(() => WhenInput)
  due?: WhenInput | null;

  @Given()
  @IsCode('priorities')
  priority?: string;

  @Given()
  @CleanText(5000)
  task?: string | null;
}

/** Exactly one of the four subjects. */
export class RecordFollowUpInput extends FollowUpInput {
  @Given()
  @Matches(anId)
  caseId?: string | null;

  @Given()
  @Matches(anId)
  individualId?: string | null;

  @Given()
  @Matches(anId)
  detentionId?: string | null;

  @Given()
  @Matches(anId)
  incidentId?: string | null;
}

export class ReviseFollowUpInput extends FollowUpInput {
  @Given()
  @IsCode('follow-up-statuses')
  status?: string;

  @Given()
  @CleanText(5000)
  outcome?: string | null;

  @Given()
  @CleanText(500)
  because?: string | null;
}
