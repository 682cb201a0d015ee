import type { Actor } from '../kernel/actor/public.js';
import { Circle, CircleMember } from '../access/public.js';
import { Case } from '../cases/public.js';
import { isId, rowsOf, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { Staff } from '../staff/public.js';

export interface OwnCircle {
  readonly circle: Circle;
  /** Who is in it now. */
  readonly members: readonly CircleMember[];
  readonly case: Case | null;
  /** Whether the actor answers for it. */
  readonly leads: boolean;
}

/** @throws Problem `not_found` for a circle the actor is no member of, as for none at all. */
export async function ownCircle({ manager, now }: Pick<Work, 'manager' | 'now'>, actor: Actor, id: string): Promise<OwnCircle> {
  const [circle] = isId(id) && !actor.lowRisk ? await rowsOf(manager, Circle, 'WHERE r.id = :id', { id }) : [];
  const present = 'WHERE r.circle_id = :id AND r.ended_at IS NULL AND (r.ends_at IS NULL OR r.ends_at > :now) ORDER BY r.added_at, r.id';
  const members = circle ? await rowsOf(manager, CircleMember, present, { id, now }) : [];
  if (!circle || !members.some(({ staffId }) => staffId === actor.id)) throw Problem.notFound();
  const [file = null] = circle.kind === 'case' ? await rowsOf(manager, Case, 'WHERE r.circle_id = :id', { id }) : [];
  return { circle, members, case: file, leads: await leadsIt(manager, circle, file, members, actor) };
}

/** Whoever opened it, or leads its case; when that person is gone, everybody who is in it for good. */
async function leadsIt(manager: Work['manager'], circle: Circle, file: Case | null, members: readonly CircleMember[], actor: Actor): Promise<boolean> {
  const leader = file?.leadId ?? circle.openedBy;
  if (leader === actor.id) return true;
  if (file) return false;
  const lasting = members.filter(({ endsAt }) => endsAt === null).map(({ staffId }) => staffId);
  const [account] = lasting.includes(leader) ? await rowsOf(manager, Staff, 'WHERE r.id = :leader AND r.disabled_at IS NULL', { leader }) : [];
  return !account && lasting.includes(actor.id);
}
