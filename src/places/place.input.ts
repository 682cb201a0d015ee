import { ArrayMaxSize, IsArray, IsString, Matches, MaxLength } from 'class-validator';
import { CleanText, Given } from '../kernel/text/public.js';
import { IsCode } from '../vocabularies/public.js';
import { IsRegion } from './is-region.decorator.js';

const day = /^\d{4}-\d{2}-\d{2}$/;

/** What may be said of a place besides its name. */
export class PlaceInput {
  @Given()
  @IsCode('facility-kinds')
  kind?: string;

  @Given()
  @CleanText(300)
  kindWords?: string | null;

  @Given()
  @IsRegion()
  regionCode?: string | null;

  /** IANA zone of the clocks there; by default that of the region. */
  @Given()
  @CleanText(64)
  zone?: string | null;

  @Given()
  @CleanText(200)
  nameRu?: string | null;

  @Given()
  @CleanText(200)
  nameKk?: string | null;

  /** Other names under which sources know it. */
  @Given()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  aliases?: string[];

  @Given()
  @IsCode('authority-kinds')
  authorityKind?: string | null;

  @Given()
  @CleanText(500)
  address?: string | null;

  /** The day it opened, YYYY-MM-DD; null when that is not known. */
  @Given()
  @Matches(day)
  validFrom?: string | null;

  /** The day it closed; null when it is not known to have closed. */
  @Given()
  @Matches(day)
  validTo?: string | null;
}

export class RecordPlaceInput extends PlaceInput {
  @CleanText(200)
  @Matches(/[\p{L}\p{N}]/u)
  name!: string;
}

export class RevisePlaceInput extends PlaceInput {
  @Given()
  @CleanText(200)
  @Matches(/[\p{L}\p{N}]/u)
  name?: string;

  @Given()
  @CleanText(500)
  because?: string | null;

  @Given()
  @Matches(/^[0-9a-f-]{36}$/)
  sourceId?: string | null;
}
