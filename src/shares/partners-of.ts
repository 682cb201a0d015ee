import { CircleMember } from '../access/public.js';
import type { Case } from '../cases/public.js';
import { rowsOf, type Work } from '../kernel/db/public.js';
import { laterOf, type Instant } from '../kernel/time/public.js';
import { Staff } from '../staff/public.js';

/** An organisation whose people read a case, and who they are. */
export interface PartnerOnCase {
  readonly teamId: string;
  readonly staffIds: readonly string[];
}

export interface FormerPartner {
  readonly teamId: string;
  readonly endedAt: Instant;
}

type Asking = Pick<Work, 'manager' | 'now'>;
type Shared = Pick<Case, 'circleId' | 'teamId'>;

const PRESENT = 'r.ended_at IS NULL AND (r.ends_at IS NULL OR r.ends_at > :now)';

/** The organisations whose people are in the circle of a case now, besides the one whose case it is. */
export async function partnersOf(asking: Asking, opened: Shared): Promise<PartnerOnCase[]> {
  const others = await ofOthers(asking, opened, PRESENT);
  return teamsOf(others).map((teamId) => ({ teamId, staffIds: others.filter((one) => one.teamId === teamId).map(({ staffId }) => staffId) }));
}

/** Those whose people all left it, and when the last of them did. */
export async function formerPartnersOf(asking: Asking, opened: Shared): Promise<FormerPartner[]> {
  const [left, there] = [await ofOthers(asking, opened, `NOT (${PRESENT})`), teamsOf(await ofOthers(asking, opened, PRESENT))];
  const ends = (teamId: string): Instant[] => left.flatMap((one) => (one.teamId === teamId ? [one.endedAt ?? one.endsAt ?? asking.now] : []));
  return teamsOf(left).filter((teamId) => !there.includes(teamId)).map((teamId) => ({ teamId, endedAt: ends(teamId).reduce(laterOf) }));
}

const teamsOf = (members: readonly { readonly teamId: string }[]): string[] => [...new Set(members.map(({ teamId }) => teamId))];

async function ofOthers({ manager, now }: Asking, { circleId, teamId }: Shared, which: string): Promise<(CircleMember & { readonly teamId: string })[]> {
  const members = await rowsOf(manager, CircleMember, `WHERE r.circle_id = :circleId AND ${which} ORDER BY r.added_at, r.id`, { circleId, now });
  const staffIds = members.map(({ staffId }) => staffId);
  const others = staffIds.length > 0 ? await rowsOf(manager, Staff, 'WHERE r.id IN (:...staffIds) AND r.team_id <> :teamId', { staffIds, teamId }) : [];
  const teams = new Map(others.map((one) => [one.id, one.teamId]));
  return members.flatMap((one) => ((of) => (of === undefined ? [] : [{ ...one, teamId: of }]))(teams.get(one.staffId)));
}
