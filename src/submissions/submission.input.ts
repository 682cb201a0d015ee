import { Type } from 'class-transformer';
import { IsIn, IsObject, Matches, ValidateBy, ValidateNested } from 'class-validator';
import { PageInput, WhenInput } from '../kernel/http/public.js';
import { CleanText, Given } from '../kernel/text/public.js';
import { IsCode } from '../vocabularies/public.js';
import { forms, headingLanguages, type HeadingLanguage } from './form.js';

const anId = /^[0-9a-f-]{36}$/;
const codes = forms.map(({ form }) => form);

export const sendingWays = ['online', 'email', 'post', 'by_hand'] as const;

/** Of one text of a draft, in characters. */
const LONGEST = 20_000;
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

const Texts = (): PropertyDecorator => ValidateBy({
  name: 'submissionTexts',
  validator: {
    validate: (value: unknown) =>
      typeof value === 'object' && value !== null && Object.keys(value).length <= 100 &&
      Object.values(value).every((text) => text === null || (typeof text === 'string' && text.length <= LONGEST && !control.test(text))),
  },
});

/** After a refusal: why those who were found may stand there. Kept with the draft; left out or null: nobody says so. */
const Despite = (): PropertyDecorator => (target, property) => {
  for (const decorate of [Given(), CleanText(1000), Matches(/\S/)]) decorate(target, property);
};

export class OpenSubmissionInput {
  @IsIn(codes)
  form!: string;

  /** Language of the headings; the texts are English. */
  @Given()
  @IsIn(headingLanguages)
  headings?: HeadingLanguage;

  /** Exactly one of the two, as the form asks. */
  @Given()
  @Matches(anId)
  detentionId?: string | null;

  @Given()
  @Matches(anId)
  incidentId?: string | null;

  /** Of a form for partners: which one, a team that takes cases or an organisation. Needed for whoever agreed to some partners only. */
  @Given()
  @Matches(anId)
  partnerId?: string | null;
}

export class ReviseSubmissionInput {
  /** By field: what is said instead of what the record gave; null: what the record gave again. A field left out stays. */
  @Given()
  @IsObject()
  @Texts()
  texts?: Record<string, string | null>;

  /** Of a form for partners: which one gets it; null: none in particular. Another one than before: drawn anew. Left out: as before. */
  @Given()
  @Matches(anId)
  partnerId?: string | null;

  @Given()
  @CleanText(500)
  because?: string | null;
}

export class SubmissionFileInput {
  @IsIn(['pdf', 'docx'])
  format!: 'pdf' | 'docx';

  @Despite()
  despite?: string | null;
}

export class SendSubmissionInput {
  /** When it was sent; left out: now. */
  @Given()
  @ValidateNested()
  @Type(() => WhenInput)
  sent?: WhenInput | null;

  @IsIn(sendingWays)
  how!: (typeof sendingWays)[number];

  /** Of a draft for a partner: who there; may be left out, for the partner is named by itself. */
  @Given()
  @CleanText(300)
  @Matches(/\S/)
  recipient?: string | null;

  @Given()
  @CleanText(100)
  theirReference?: string | null;

  @Despite()
  despite?: string | null;
}

export class RecordReplyInput {
  @Given()
  @ValidateNested()
  @Type(() => WhenInput)
  replied?: WhenInput | null;

  @IsCode('responses')
  response!: string;

  @Given()
  @CleanText(20000)
  reply?: string | null;

  @Given()
  @CleanText(100)
  theirReference?: string | null;
}

export class SubmissionListInput extends PageInput {
  @Given()
  @IsIn(['draft', 'sent', 'answered'])
  state?: string;

  @Given()
  @Matches(anId)
  detention?: string;

  @Given()
  @Matches(anId)
  incident?: string;
}
