import { IsBoolean, Matches, MinLength } from 'class-validator';
import { CleanText, Given } from '../kernel/text/public.js';

const anId = /^[0-9a-f-]{36}$/;

export class ShareCaseInput {
  /** Another team that takes cases. */
  @Matches(anId)
  teamId!: string;

  /** The conditions some people made have been read, and the organisation is held to them. */
  @Given()
  @IsBoolean()
  conditionsRead?: boolean;
}

export class SharePartInput extends ShareCaseInput {
  /** Of the new case. */
  @CleanText(300)
  @MinLength(1)
  title!: string;
}
