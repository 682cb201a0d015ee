import type { Reach, ReachedKind } from '../access/public.js';
import { columnsOf, noBounds, type SaidBounds, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { boundsFrom, type WhenInput } from '../kernel/http/public.js';
import type { RecordRow } from '../kernel/record/public.js';
import { zoneOfRegion } from '../places/public.js';

/** Start and end as columns, read by the clocks of the region; `undefined` stays unsaid. */
export function momentsOf(
  work: Work,
  said: { start?: WhenInput | null; end?: WhenInput | null },
  regionCode: string | null,
  defaultZone: string,
): { start?: SaidBounds; end?: SaidBounds } {
  const zone = zoneOfRegion(regionCode) ?? defaultZone;
  const read = (when: WhenInput | null | undefined, field: string): SaidBounds =>
    when?.said ? columnsOf(boundsFrom(when, field, zone, work.now)) : { ...noBounds };
  return {
    ...(said.start === undefined ? {} : { start: read(said.start, 'start') }),
    ...(said.end === undefined ? {} : { end: read(said.end, 'end') }),
  };
}

/** @throws Problem `incident.end_before_start` (422). */
export function endsAfterStart({ start, end }: { start: SaidBounds; end: SaidBounds }): void {
  if (start.earliest && end.latest && end.latest < start.earliest) throw refusal('end', 'incident.end_before_start');
}

/** @throws Problem `incident.count_reversed` (422). */
export function countsAgree({ atLeast, atMost = null }: { atLeast: number; atMost?: number | null }): void {
  if (atMost !== null && atMost < atLeast) throw refusal('atMost', 'incident.count_reversed');
}

/**
 * Checks that everything an incident is to name is within the actor's reach: nothing can be named that cannot be seen.
 * @throws Problem `not_found`.
 */
export async function checkReached(work: Work, reach: Reach, kind: ReachedKind<RecordRow, object>, ids: readonly string[]): Promise<void> {
  const asked = [...new Set(ids)];
  if (asked.length === 0) return;
  const found = await reachedOf(work, reach, kind, asked);
  const missing = asked.find((id) => !found.has(id));
  if (missing) work.refuse({ act: `${kind.name}.refused`, kind: kind.name, recordId: missing }, Problem.notFound());
}

/** Which of these the actor reaches, inside the story. */
export async function reachedOf(
  work: Work,
  reach: Reach,
  kind: ReachedKind<RecordRow, object>,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await reach
    .list(work.actor, kind, 'r', work.manager)
    .andWhere('r.id IN (:...ids)', { ids: [...ids] })
    .select('r.id', 'id')
    .getRawMany<{ id: string }>();
  return new Set(rows.map((row) => row.id));
}

const refusal = (field: string, code: string): Problem => new Problem(code, { status: 422, fields: [{ field, code }] });
