import { ArrayMaxSize, IsArray, IsBoolean, IsString, Matches, MaxLength } from 'class-validator';
import { CleanText, Given } from '../kernel/text/public.js';
import { IsRegion } from '../places/public.js';
import { IsCode } from '../vocabularies/public.js';

const anId = /^[0-9a-f-]{36}$/;

/** What may be said of an organisation besides its name. */
export class OrganisationInput {
  @Given()
  @IsCode('organisation-kinds')
  kind?: string;

  @Given()
  @IsRegion()
  regionCode?: string | null;

  /** We work together with it. */
  @Given()
  @IsBoolean()
  partner?: boolean;

  @Given()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  otherNames?: string[] | null;

  @Given()
  @CleanText(500)
  contact?: string | null;

  @Given()
  @CleanText(20000)
  notes?: string | null;
}

export class RecordOrganisationInput extends OrganisationInput {
  @CleanText(200)
  @Matches(/\S/)
  name!: string;
}

export class ReviseOrganisationInput extends OrganisationInput {
  @Given()
  @CleanText(200)
  @Matches(/\S/)
  name?: string;

  @Given()
  @CleanText(500)
  because?: string | null;

  @Given()
  @Matches(anId)
  sourceId?: string | null;
}

export class AffiliationInput {
  @Given()
  @IsCode('relation-kinds')
  relation?: string;

  /** What the person does there, in words. */
  @Given()
  @CleanText(200)
  role?: string | null;
}

export class RecordAffiliationInput extends AffiliationInput {
  @Matches(anId)
  individualId!: string;
}

export class ReviseAffiliationInput extends AffiliationInput {
  @Given()
  @CleanText(500)
  because?: string | null;
}
