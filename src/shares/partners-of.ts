import { CircleMember } from '../access/public.js';
import type { Case } from '../cases/public.js';
import { rowsOf, type Work } from '../kernel/db/public.js';
import { Staff } from '../staff/public.js';

/** An organisation whose people read a case, and who they are. */
export interface PartnerOnCase {
  readonly teamId: string;
  readonly staffIds: readonly string[];
}

/** The organisations whose people are in the circle of a case now, besides the one whose case it is. */
export async function partnersOf({ manager, now }: Pick<Work, 'manager' | 'now'>, { circleId, teamId }: Pick<Case, 'circleId' | 'teamId'>): Promise<PartnerOnCase[]> {
  const present = 'WHERE r.circle_id = :circleId AND r.ended_at IS NULL AND (r.ends_at IS NULL OR r.ends_at > :now) ORDER BY r.added_at, r.id';
  const members = await rowsOf(manager, CircleMember, present, { circleId, now });
  const staffIds = members.map(({ staffId }) => staffId);
  const others = staffIds.length > 0 ? await rowsOf(manager, Staff, 'WHERE r.id IN (:...staffIds) AND r.team_id <> :teamId', { staffIds, teamId }) : [];
  const teams = [...new Set(others.map((one) => one.teamId))];
  return teams.map((one) => ({ teamId: one, staffIds: others.filter((staff) => staff.teamId === one).map(({ id }) => id) }));
}
