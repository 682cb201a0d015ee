import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsString, Matches, MaxLength, MinLength, ValidateIf } from 'class-validator';
import { PageInput } from '../kernel/http/public.js';
import { CleanText, Given } from '../kernel/text/public.js';
import { IsCode } from '../vocabularies/public.js';

const anId = /^[0-9a-f-]{36}$/;

/** What may be said of a case besides its title. */
export class CaseInput {
  @Given()
  @CleanText(20000)
  summary?: string | null;

  @ValidateIf((_, value) => value !== undefined)
  @IsCode('case-stages')
  stage?: string;

  @ValidateIf((_, value) => value !== undefined)
  @IsCode('case-outcomes')
  outcome?: string;

  @ValidateIf((_, value) => value !== undefined)
  @IsCode('priorities')
  priority?: string;
}

export class OpenCaseInput extends CaseInput {
  @CleanText(300)
  @MinLength(1)
  title!: string;

  /** People the case begins with, by id or reference number. */
  @Given()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(36, { each: true })
  individuals?: string[];

  /** Detentions it begins with, by id or reference number; the person of each comes with it. */
  @Given()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(36, { each: true })
  detentions?: string[];
}

export class ReviseCaseInput extends CaseInput {
  /** A case always has a title: it can be changed, not taken away. */
  @ValidateIf((_, value) => value !== undefined)
  @CleanText(300)
  @MinLength(1)
  title?: string;

  @Given()
  @CleanText(500)
  because?: string | null;
}

export class AddToCaseInput {
  /** Id or reference number, such as I-2026-00042. */
  @CleanText(36)
  @MinLength(1)
  record!: string;
}

export class CaseMemberInput {
  @Matches(anId)
  staffId!: string;
}

export class AskHandOverInput {
  /** Who is asked to take the case. */
  @Matches(anId)
  toId!: string;
}

export class AnswerHandOverInput {
  @IsBoolean()
  accept!: boolean;
}

export class CaseListInput extends PageInput {
  @Given()
  @IsCode('case-stages')
  stage?: string;

  @Given()
  @IsCode('case-outcomes')
  outcome?: string;

  @Given()
  @IsCode('priorities')
  priority?: string;

  /** Only cases one leads oneself. */
  @Given()
  @IsIn(['yes'])
  mine?: 'yes';

  /** `-recorded` (newest first, the default), `recorded`, `reference`, `-reference`, `changed`, `-changed`. */
  @Given()
  @Matches(/^-?(recorded|reference|changed)$/)
  sort?: string;
}
