import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { CleanText, Given } from '../kernel/text/public.js';
import { IsRegion } from '../places/public.js';
import { IsCode } from '../vocabularies/public.js';

export class NameInput {
  @CleanText(200)
  text!: string;

  @IsCode('name-kinds')
  kind: string = 'full';

  @Given()
  @IsCode('scripts')
  script: string | null = null;
}

export class RelativeInput {
  @CleanText(200)
  name!: string;

  @IsCode('relative-kinds')
  relation!: string;

  @Given()
  @CleanText(60)
  phone: string | null = null;
}

export class AgeSaidInput {
  @IsInt()
  @Min(0)
  @Max(120)
  years!: number;

  /** The date for which the age was said, YYYY-MM-DD: an age without one is useless a year later. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  on!: string;
}

/** What may be said of a person. A name or a description is enough to begin with. */
export class IndividualInput {
  @Given()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => NameInput)
  names?: NameInput[];

  @Given()
  @IsCode('sex')
  sex?: string;

  /** EDTF: 1990-05-01, 1990-05, 1990, 199X. */
  @Given()
  @CleanText(40)
  birth?: string | null;

  @Given()
  @ValidateNested()
  @Type(() => AgeSaidInput)
  ageSaid?: AgeSaidInput | null;

  @Given()
  @IsRegion()
  regionCode?: string | null;

  @Given()
  @IsArray()
  @ArrayMaxSize(20)
  @IsCode('roles-of-person', { each: true })
  roles?: string[];

  @Given()
  @CleanText(100)
  nationality?: string | null;

  @Given()
  @CleanText(200)
  occupation?: string | null;

  @Given()
  @IsArray()
  @ArrayMaxSize(20)
  @IsCode('vulnerabilities', { each: true })
  vulnerabilities?: string[] | null;

  @Given()
  @CleanText(2000)
  medicalNeed?: string | null;

  @Given()
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  phones?: string[] | null;

  @Given()
  @CleanText(500)
  address?: string | null;

  @Given()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => RelativeInput)
  relatives?: RelativeInput[] | null;

  @Given()
  @CleanText(500)
  documents?: string | null;

  @Given()
  @CleanText(5000)
  description?: string | null;

  @Given()
  @CleanText(20000)
  notes?: string | null;
}

export class RecordIndividualInput extends IndividualInput {
  /** Id in the system it is imported from. */
  @Given()
  @CleanText(200)
  externalId?: string | null;
}

export class ReviseIndividualInput extends IndividualInput {
  /** Why it is corrected; kept with the version. */
  @Given()
  @CleanText(500)
  because?: string | null;

  @Given()
  @Matches(/^[0-9a-f-]{36}$/)
  sourceId?: string | null;
}

export const maskedOfIndividual = ['phones', 'address', 'relatives', 'documents'] as const;

export class RevealIndividualInput {
  @IsIn(maskedOfIndividual)
  field!: (typeof maskedOfIndividual)[number];
}
