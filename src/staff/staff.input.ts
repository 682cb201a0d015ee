import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { permissions, staffRoles, type StaffRole } from '../access/public.js';
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

  /** Six digits of the app or a code of the paper, for an account that has a second factor. */
  @Given()
  @CleanText(20)
  code?: string;
}

/** One of the two: the code where there is an app, the password where there is none. */
export class ConfirmInput {
  @Given()
  @IsString()
  @MaxLength(1024)
  password?: string;

  @Given()
  @CleanText(20)
  code?: string;
}

export class NewPasswordInput {
  @IsString()
  @MaxLength(1024)
  present!: string;

  @IsString()
  @MaxLength(1024)
  fresh!: string;
}

export class NewFactorInput {
  @CleanText(60)
  label!: string;

  @IsString()
  @MaxLength(600)
  draft!: string;

  @CleanText(20)
  code!: string;
}

export class NewTokenInput {
  /** What it is for. */
  @CleanText(120)
  @Matches(/\S/)
  label!: string;

  @IsArray()
  @ArrayMaxSize(60)
  @IsIn(permissions, { each: true })
  permissions!: string[];

  /** Days until it ends. */
  @IsInt()
  @Min(1)
  @Max(366)
  days!: number;
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

  /** For a program: nobody signs in with it, it gets tokens. */
  @Given()
  @IsBoolean()
  service?: boolean;

  /** Another team than one's own: only for whoever keeps the installation. */
  @Given()
  @IsUUID()
  teamId?: string;
}

export class NewTeamInput {
  @CleanText(120)
  @Matches(/\S/)
  name!: string;
}

export class TeamInput extends NewTeamInput {
  /** Who takes cases that other teams share; null: nobody. */
  @Given()
  @IsUUID()
  contactId?: string | null;
}

export class ChangeRoleInput {
  @IsIn(staffRoles)
  role!: StaffRole;
}

export class LanguageInput {
  @IsIn(languages)
  language!: Language;
}
