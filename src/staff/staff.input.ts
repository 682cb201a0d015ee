import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { staffRoles, type StaffRole } from '../access/public.js';
import type { Language } from '../kernel/actor/public.js';
import { CleanText, Given } from '../kernel/text/public.js';

const languages: readonly Language[] = ['en', 'ru', 'kk'];

export class SignInInput {
  @CleanText(200)
  name!: string;

  // Not CleanText: a password is taken as it is, spaces at its ends and all.
  @IsString()
  @MaxLength(1024)
  password!: string;
}

export class NewStaffInput {
  /** What the person types to sign in. Letters of any script, digits, dot, hyphen. */
  @CleanText(60)
  @Matches(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._@-]+$/u)
  signInName!: string;

  /** What colleagues see. */
  @CleanText(120)
  @Matches(/\S/)
  name!: string;

  @IsIn(staffRoles)
  role!: StaffRole;

  @Given()
  @IsIn(languages)
  language?: Language;

  /** The last day of the account, YYYY-MM-DD in the organisation's zone; null: no end. */
  @Given()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  lastDay?: string | null;
}

export class ChangeRoleInput {
  @IsIn(staffRoles)
  role!: StaffRole;
}

export class LanguageInput {
  @IsIn(languages)
  language!: Language;
}
