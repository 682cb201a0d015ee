import { IsString, MaxLength } from 'class-validator';
import { CleanText, Given } from '../kernel/text/public.js';

/** What stands on the paper: the recovery key, or two shares with their holders' passphrases where they have one. */
export class RehearsalInput {
  @CleanText(400)
  text!: string;

  // Not CleanText: a passphrase is taken as it is, spaces at its ends and all.
  @Given()
  @IsString()
  @MaxLength(1024)
  passphrase?: string;

  @Given()
  @CleanText(400)
  second?: string;

  @Given()
  @IsString()
  @MaxLength(1024)
  secondPassphrase?: string;
}
