import { Matches } from 'class-validator';
import { CleanText, Given } from '../kernel/text/public.js';
import { IsCode } from '../vocabularies/public.js';

const anId = /^[0-9a-f-]{36}$/;

export class OpenCaseInput {
  @CleanText(300)
  title!: string;

  @Given()
  @CleanText(20000)
  summary?: string | null;

  @Given()
  @IsCode('case-stages')
  stage?: string;

  @Given()
  @IsCode('priorities')
  priority?: string;
}

export class ReviseCaseInput {
  @Given()
  @CleanText(300)
  title?: string;

  @Given()
  @CleanText(20000)
  summary?: string | null;

  @Given()
  @IsCode('case-stages')
  stage?: string;

  @Given()
  @IsCode('case-outcomes')
  outcome?: string;

  @Given()
  @IsCode('priorities')
  priority?: string;

  @Given()
  @CleanText(500)
  because?: string | null;
}

/** A record to be brought into the case: by its id or by its reference number. */
export class AddToCaseInput {
  @CleanText(64)
  record!: string;
}

export class StaffInput {
  @Matches(anId)
  staffId!: string;
}

export class AnswerHandOverInput {
  @Matches(/^(accept|decline)$/)
  answer!: 'accept' | 'decline';
}
