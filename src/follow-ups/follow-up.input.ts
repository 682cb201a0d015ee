import { Type } from 'class-transformer';
import { IsIn, Matches, ValidateIf, ValidateNested } from 'class-validator';
import { PageInput, WhenInput } from '../kernel/http/public.js';
import { CleanText, Given } from '../kernel/text/public.js';
import { IsCode, vocabulary } from '../vocabularies/public.js';

const anId = /^[0-9a-f-]{36}$/;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** What may be said of a task. A code is given or left out, never taken away. */
export class FollowUpInput {
  @ValidateIf((_, value) => value !== undefined)
  @IsCode('follow-up-kinds')
  kind?: string;

  /** Who does it; null: nobody yet. */
  @Given()
  @Matches(anId)
  ownerId?: string | null;

  /** By when; may be as uncertain as any time. */
  @Given()
  @ValidateNested()
  @Type(() => WhenInput)
  due?: WhenInput | null;

  @ValidateIf((_, value) => value !== undefined)
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
  @CleanText(500)
  because?: string | null;
}

export class ChangeStatusInput {
  @IsCode('follow-up-statuses')
  status!: string;

  /** What came of it; asked for when it is done. */
  @Given()
  @CleanText(5000)
  outcome?: string | null;
}

const statuses = vocabulary('follow-up-statuses').values.map((value) => value.code);

export class FollowUpListInput extends PageInput {
  /** `mine`: one's own; `none`: of nobody yet; left out: everybody's. */
  @Given()
  @IsIn(['mine', 'none', 'all'])
  owner?: 'mine' | 'none' | 'all';

  /** `unfinished` (the default), `all`, or one status. */
  @Given()
  @IsIn(['unfinished', 'all', ...statuses])
  status?: string;

  /** Unfinished and its last moment is past. */
  @Given()
  @IsIn(['yes'])
  overdue?: 'yes';

  @Given()
  @IsCode('follow-up-kinds')
  kind?: string;

  /** Due on this day, by the organisation's clock, or later. */
  @Given()
  @Matches(day)
  from?: string;

  @Given()
  @Matches(day)
  to?: string;

  @Given()
  @Matches(anId)
  case?: string;

  @Given()
  @Matches(anId)
  individual?: string;

  @Given()
  @Matches(anId)
  detention?: string;

  @Given()
  @Matches(anId)
  incident?: string;

  /** `due` (the default), `-due`, `priority` (the most urgent first, then by due time), `-priority`. */
  @Given()
  @Matches(/^-?(due|priority)$/)
  sort?: string;
}
