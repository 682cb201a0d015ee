import type { StaffRole } from '../access/public.js';
import type { Language } from '../kernel/actor/public.js';
import type { Instant } from '../kernel/time/public.js';
import type { StaffMember } from './accounts.js';

export type StaffState = 'active' | 'invited' | 'expired' | 'disabled' | 'suspended' | 'program';

export class StaffView {
  id!: string;
  signInName!: string;
  name!: string;
  role!: StaffRole;
  language!: Language;
  /** `invited`: no password has been set yet. */
  state!: StaffState;
  createdAt!: string;
  expiresAt!: string | null;
  disabledAt!: string | null;
  hasFactor!: boolean;
  teamId!: string;
}

export class TeamView {
  id!: string;
  /** Empty for the first team until somebody names it. */
  name!: string;
  contactId!: string | null;
  isHome!: boolean;
}

/** The single-use link: in this one answer and nowhere else. */
export class StaffLinkView {
  id!: string;
  link!: string;
}

export class SessionView {
  id!: string;
  role!: string;
  language!: string;
  permissions!: string[];
  /** When the session before this one began; null when this is the first. */
  lastSignInAt!: string | null;
}

export class OpenSessionView {
  /** Tells sessions apart; opens nothing. */
  mark!: string;
  startedAt!: string;
  lastUsedAt!: string;
  endsAt!: string;
  isThis!: boolean;
}

export class FactorView {
  id!: string;
  kind!: string;
  label!: string;
  createdAt!: string;
  lastUsedAt!: string | null;
}

export class TokenView {
  id!: string;
  label!: string;
  permissions!: string[];
  createdAt!: string;
  expiresAt!: string;
  lastUsedAt!: string | null;
}

export class TokenSecretView {
  secret!: string;
}

export class NoticeView {
  id!: string;
  kind!: string;
  facts!: Record<string, string | number>;
  at!: string;
  seenAt!: string | null;
}

export function staffState(member: StaffMember, now: Instant): StaffState {
  if (member.disabledAt) return 'disabled';
  if (member.suspendedAt) return 'suspended';
  if (member.expiresAt && member.expiresAt <= now) return 'expired';
  if (member.service) return 'program';
  return member.hasPassword ? 'active' : 'invited';
}

export function staffView(member: StaffMember, now: Instant): StaffView {
  const { id, signInName, name, role, language, createdAt, expiresAt, disabledAt, hasFactor, teamId } = member;
  return { hasFactor, teamId, id, signInName, name, role, language, state: staffState(member, now), createdAt, expiresAt, disabledAt };
}
