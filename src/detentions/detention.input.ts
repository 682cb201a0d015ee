import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, Matches, Max, Min, ValidateNested } from 'class-validator';
import { WhenInput } from '../kernel/http/public.js';
import { CleanText, Given } from '../kernel/text/public.js';
import { IsRegion } from '../places/public.js';
import { IsCode } from '../vocabularies/public.js';
import { IsAnswers } from './is-answers.decorator.js';
import type { Account } from './custody-period.entity.js';

const anId = /^[0-9a-f-]{36}$/;

export class CustodyPeriodInput {
  @IsCode('custody-period-kinds')
  kind!: string;

  /** Whose account this is: what people saw, what official papers say, what media report. */
  @IsIn(['observed', 'official', 'media'])
  account!: Account;

  @Given()
  @Matches(anId)
  placeId?: string | null;

  @Given()
  @CleanText(300)
  placeWords?: string | null;

  @Given()
  @Matches(anId)
  sourceId?: string | null;

  /** Others who say the same. Left out of a correction they stay as they are. */
  @Given()
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(anId, { each: true })
  moreSourceIds?: string[] | null;

  @Given()
  @ValidateNested()
  @Type(() => WhenInput)
  start?: WhenInput | null;

  /** Left out: nothing is known of an end. */
  @Given()
  @ValidateNested()
  @Type(() => WhenInput)
  end?: WhenInput | null;

  @Given()
  @CleanText(5000)
  note?: string | null;
}

export class DetentionEventInput {
  @IsCode('event-kinds')
  kind!: string;

  @Given()
  @CleanText(300)
  kindWords?: string | null;

  @IsIn(['observed', 'official', 'media'])
  account!: Account;

  @Given()
  @Matches(anId)
  placeId?: string | null;

  @Given()
  @Matches(anId)
  sourceId?: string | null;

  /** Others who say the same. Left out of a correction they stay as they are. */
  @Given()
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(anId, { each: true })
  moreSourceIds?: string[] | null;

  @Given()
  @ValidateNested()
  @Type(() => WhenInput)
  at?: WhenInput | null;

  /** Of a charge or ruling: the article of the law. A fact left out of a correction stays as it is. */
  @Given()
  @CleanText(120)
  article?: string | null;

  /** Days of arrest a ruling orders. */
  @Given()
  @IsInt()
  @Min(0)
  @Max(10_000)
  sanctionDays?: number | null;

  @Given()
  @IsInt()
  @Min(0)
  @Max(2_000_000_000)
  fineAmount?: number | null;

  @Given()
  @IsCode('fine-units')
  fineUnit?: string | null;

  /** Of ill-treatment: how. */
  @Given()
  @IsCode('ill-treatment-methods')
  method?: string | null;

  @Given()
  @CleanText(5000)
  note?: string | null;
}

/** What may be said of the stay as a whole. */
export class DetentionInput {
  @Given()
  @Matches(anId)
  incidentId?: string | null;

  @Given()
  @IsCode('detention-kinds')
  kind?: string;

  @Given()
  @CleanText(300)
  kindWords?: string | null;

  @Given()
  @IsCode('authority-kinds')
  authorityKind?: string;

  @Given()
  @CleanText(300)
  authorityWords?: string | null;

  @Given()
  @IsCode('outcomes')
  outcome?: string;

  @Given()
  @CleanText(300)
  outcomeWords?: string | null;

  @Given()
  @IsRegion()
  regionCode?: string | null;

  /** For people without names: at least and at most how many. */
  @Given()
  @IsInt()
  @Min(1)
  @Max(100_000)
  countedAtLeast?: number;

  @Given()
  @IsInt()
  @Min(1)
  @Max(100_000)
  countedAtMost?: number | null;

  /** Answers to what clocks ask, by code of vocabularies/circumstances: `{ "arrest_bearing": "yes" }`. */
  @Given()
  @IsAnswers()
  circumstances?: Record<string, 'yes' | 'no'> | null;

  @Given()
  @CleanText(2000)
  ground?: string | null;

  @Given()
  @CleanText(20000)
  description?: string | null;

  @Given()
  @CleanText(1000)
  unnamed?: string | null;
}

export class RecordDetentionInput extends DetentionInput {
  /** Left out for people without names, who are counted instead. */
  @Given()
  @Matches(anId)
  individualId?: string | null;

  @Given()
  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => CustodyPeriodInput)
  periods?: CustodyPeriodInput[];

  @Given()
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => DetentionEventInput)
  events?: DetentionEventInput[];
}

export class ReviseDetentionInput extends DetentionInput {
  @Given()
  @CleanText(500)
  because?: string | null;
}

export class ReviseCustodyPeriodInput extends CustodyPeriodInput {
  /** Recorded by mistake: stays in the history, counts in nothing. */
  @Given()
  @IsBoolean()
  withdrawn?: boolean;

  @Given()
  @CleanText(500)
  because?: string | null;
}

export class ReviseDetentionEventInput extends DetentionEventInput {
  @Given()
  @IsBoolean()
  withdrawn?: boolean;

  @Given()
  @CleanText(500)
  because?: string | null;
}
