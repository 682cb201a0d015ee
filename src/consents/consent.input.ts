import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsObject, Matches, ValidateBy, ValidateNested } from 'class-validator';
import { PageInput, WhenInput } from '../kernel/http/public.js';
import { CleanText, Given } from '../kernel/text/public.js';
import { IsCode } from '../vocabularies/public.js';
import { consentScopes, type ConsentGiver, type ConsentScope } from './consent-scopes.js';

const anId = /^[0-9a-f-]{36}$/;

/** Scopes as members, `yes` or `no` as values; a scope that was not spoken of is left out. */
const Answers = (): PropertyDecorator => ValidateBy({
  name: 'consentAnswers',
  validator: {
    validate: (value: unknown) =>
      typeof value === 'object' && value !== null && Object.keys(value).length > 0 &&
      Object.entries(value).every(([scope, answer]) => consentScopes.includes(scope as ConsentScope) && (answer === 'yes' || answer === 'no')),
  },
});

/** How a conversation about consent went, whatever came of it. */
export class ConsentTalkInput {
  /** When it was said; left out: now. */
  @Given()
  @ValidateNested()
  @Type(() => WhenInput)
  given?: WhenInput | null;

  @Given()
  @IsCode('consent-ways')
  way?: string;

  @Given()
  @Matches(/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/)
  language?: string | null;

  /** The person, unless said otherwise. */
  @Given()
  @IsCode('consent-givers')
  givenBy?: ConsentGiver;

  /** `able` unless said otherwise. */
  @Given()
  @IsCode('consent-capacities')
  capacity?: string;

  /** Who decided, when it was not the person. */
  @Given()
  @CleanText(300)
  giverName?: string | null;

  /** Who asked, when it was nobody of the staff. */
  @Given()
  @CleanText(300)
  askedBy?: string | null;

  /** Where it can be seen: the signed sheet in folder 4, the recording of the call. */
  @Given()
  @CleanText(2000)
  evidence?: string | null;

  @Given()
  @Matches(anId)
  evidenceId?: string | null;
}

export class RecordConsentInput extends ConsentTalkInput {
  @IsObject()
  @Answers()
  answers!: Partial<Record<ConsentScope, 'yes' | 'no'>>;

  /** Until when a yes holds. */
  @Given()
  @ValidateNested()
  @Type(() => WhenInput)
  expires?: WhenInput | null;

  @Given()
  @CleanText(2000)
  conditions?: string | null;

  /** Partners in words. */
  @Given()
  @CleanText(500)
  partners?: string | null;

  /** Organisations a yes to passing on is bound to. */
  @Given()
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(anId, { each: true })
  partnerIds?: string[] | null;
}

export class WithdrawConsentInput extends ConsentTalkInput {
  /** Left out: all of them. */
  @Given()
  @IsArray()
  @ArrayMaxSize(20)
  @IsIn(consentScopes, { each: true })
  scopes?: ConsentScope[];
}

export class ExpiringInput extends PageInput {}

export class DisclosureListInput extends PageInput {
  /** Of one record only: `individual` or `source`, with `id`. */
  @Given()
  @IsIn(['individual', 'source'])
  about?: 'individual' | 'source';

  @Given()
  @Matches(anId)
  id?: string;
}
