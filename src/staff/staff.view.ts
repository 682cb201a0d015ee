import type { StaffRole } from '../access/public.js';
import type { Language } from '../kernel/actor/public.js';
import type { Instant } from '../kernel/time/public.js';
import type { StaffMember } from './accounts.js';

export type StaffState = 'active' | 'invited' | 'expired' | 'disabled';

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

export function staffState(member: StaffMember, now: Instant): StaffState {
  if (member.disabledAt) return 'disabled';
  if (member.expiresAt && member.expiresAt <= now) return 'expired';
  return member.hasPassword ? 'active' : 'invited';
}

export function staffView(member: StaffMember, now: Instant): StaffView {
  const { id, signInName, name, role, language, createdAt, expiresAt, disabledAt } = member;
  return { id, signInName, name, role, language, state: staffState(member, now), createdAt, expiresAt, disabledAt };
}
