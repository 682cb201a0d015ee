import { Type } from 'class-transformer';
import { IsIn, Matches, ValidateNested } from 'class-validator';
import { WhenInput } from '../kernel/http/public.js';
import { CleanText, Given } from '../kernel/text/public.js';
import { IsCode } from '../vocabularies/public.js';
import { evidenceAbouts, type EvidenceAbout } from './evidence-about.js';
import { toldSteps } from './evidence-step.entity.js';

const anId = /^[0-9a-f-]{36}$/;

/** What somebody says of a file they have uploaded. */
export class AddEvidenceInput {
  /** Of the upload, see `POST /api/v1/evidence/uploads`. */
  @Matches(anId)
  uploadId!: string;

  @IsIn(evidenceAbouts)
  about!: EvidenceAbout;

  /** Of the individual, detention, incident or case. */
  @Matches(anId)
  aboutId!: string;

  @CleanText(500)
  @Matches(/\S/)
  title!: string;

  @IsCode('evidence-kinds')
  kind!: string;

  /** As it was called where it came from. */
  @CleanText(255)
  @Matches(/\S/)
  fileName!: string;

  @Given()
  @Matches(anId)
  sourceId?: string | null;

  @Given()
  @CleanText(300)
  collector?: string | null;

  /** When it was taken or obtained. */
  @Given()
  @ValidateNested()
  @Type(() => WhenInput)
  collected?: WhenInput | null;

  @Given()
  @CleanText(300)
  method?: string | null;

  /** The original this is a working copy of. */
  @Given()
  @Matches(anId)
  originalId?: string | null;
}

/** A step in the chain of custody that happened outside of the program. */
export class EvidenceStepInput {
  @IsIn(toldSteps)
  step!: (typeof toldSteps)[number];

  @Given()
  @CleanText(300)
  from?: string | null;

  @Given()
  @CleanText(300)
  to?: string | null;

  @CleanText(500)
  @Matches(/\S/)
  reason!: string;
}
