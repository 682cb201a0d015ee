import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, Matches, Max, Min, ValidateNested } from 'class-validator';
import { CleanText, Given } from '../kernel/text/public.js';
import { IsRegion } from '../places/public.js';
import { offered } from './offered-dimensions.js';

const day = /^\d{4}-\d{2}-\d{2}$/;
const names = offered.map(({ id }) => id);

export const SMALLEST_THRESHOLD = 5;
export const MOST_TABLES = 6;

export class TablePlanInput {
  /** What the rows are: one of the offered dimensions. */
  @IsIn(names)
  rows!: string;

  @Given()
  @IsIn(names)
  columns?: string;
}

/** What a publication shall hold. Nothing is counted yet. */
export class PreparePublicationInput {
  @CleanText(200)
  title!: string;

  /** A paragraph above the tables. */
  @Given()
  @CleanText(4000)
  intro?: string;

  @IsIn(['en', 'ru', 'kk'])
  language!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_TABLES)
  @ValidateNested({ each: true })
  @Type(() => TablePlanInput)
  tables!: TablePlanInput[];

  /** First and last day, on the clocks of the places, that the counted detentions surely began on. */
  @Given()
  @Matches(day)
  from?: string;

  @Given()
  @Matches(day)
  to?: string;

  @Given()
  @IsRegion()
  region?: string;

  /** Lists by name who agreed to be named in public. */
  @Given()
  @IsBoolean()
  named?: boolean;

  /** From how many different people on a figure may stand; never fewer than five. */
  @Given()
  @IsInt()
  @Min(SMALLEST_THRESHOLD)
  @Max(100)
  threshold?: number;

  /** The day on which it may leave, in the zone of the organisation. */
  @Given()
  @Matches(day)
  embargo?: string;

  /** The released publication it takes the place of. */
  @Given()
  @Matches(/^[0-9a-f-]{36}$/)
  replacesId?: string;
}

export class ProposeReleaseInput {
  /** For whoever is asked to agree. */
  @CleanText(1000)
  reason!: string;
}

export class RecallInput {
  @CleanText(2000)
  reason!: string;
}

export class ReceiptInput {
  /** Whom it was given to, or where it was put. */
  @CleanText(300)
  recipient!: string;
}
