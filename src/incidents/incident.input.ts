import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { WhenInput } from '../kernel/http/public.js';
import { CleanText, Given } from '../kernel/text/public.js';
import { IsRegion } from '../places/public.js';
import { IsCode } from '../vocabularies/public.js';

const anId = /^[0-9a-f-]{36}$/;

/** How many people one source says were detained. "Dozens" is a least number without a most. */
export class HeadCountInput {
  @Given()
  @Matches(anId)
  sourceId?: string | null;

  @IsInt()
  @Min(0)
  @Max(10_000_000)
  atLeast!: number;

  /** Left out: the source sets no upper end. */
  @Given()
  @IsInt()
  @Min(0)
  @Max(10_000_000)
  atMost?: number | null;

  @Given()
  @CleanText(500)
  asSaid?: string | null;
}

export class ReviseHeadCountInput extends HeadCountInput {
  @Given()
  @CleanText(500)
  because?: string | null;
}

/** What may be said of an incident besides its title. */
export class IncidentInput {
  @Given()
  @CleanText(20000)
  description?: string | null;

  @Given()
  @IsCode('incident-kinds')
  kind?: string;

  @Given()
  @CleanText(300)
  kindWords?: string | null;

  @Given()
  @IsRegion()
  regionCode?: string | null;

  @Given()
  @CleanText(1000)
  placeWords?: string | null;

  /** Facilities the sources name, such as the police departments people were taken to. */
  @Given()
  @IsArray()
  @ArrayMaxSize(300)
  @Matches(anId, { each: true })
  placeIds?: string[];

  @Given()
  @ValidateNested()
  @Type(() => WhenInput)
  start?: WhenInput | null;

  @Given()
  @ValidateNested()
  @Type(() => WhenInput)
  end?: WhenInput | null;

  @Given()
  @CleanText(500)
  theme?: string | null;

  /** Whether the event was agreed with the authorities. */
  @Given()
  @IsCode('permissions')
  permission?: string;

  @Given()
  @IsCode('organiser-kinds')
  organiserKind?: string | null;

  @Given()
  @CleanText(500)
  organiser?: string | null;

  @Given()
  @IsCode('authority-kinds')
  authorityKind?: string | null;

  @Given()
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(anId, { each: true })
  sourceIds?: string[];

  @Given()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(2000, { each: true })
  links?: string[] | null;
}

export class RecordIncidentInput extends IncidentInput {
  @CleanText(500)
  @Matches(/\S/)
  title!: string;

  @Given()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => HeadCountInput)
  headCounts?: HeadCountInput[];
}

export class ReviseIncidentInput extends IncidentInput {
  @Given()
  @CleanText(500)
  @Matches(/\S/)
  title?: string;

  /** Why it is corrected; kept with the version. */
  @Given()
  @CleanText(500)
  because?: string | null;

  /** The source that gave cause for the correction. */
  @Given()
  @Matches(anId)
  sourceId?: string | null;
}
