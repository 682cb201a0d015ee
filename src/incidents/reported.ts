import type { EntityManager } from 'typeorm';
import { HeadCount } from './incident.entity.js';

/** What all sources together say of how many were detained in one incident. */
export class ReportedView {
  /** The lowest number any source gives. */
  atLeast!: number;
  /** The highest; null when a source sets no upper end. */
  atMost!: number | null;
  /** How many counts there are. */
  counts!: number;
}

/**
 * The bounds of each incident over its sources, as a query of one row an incident with `incident_id`, `at_least`,
 * `at_most`, `counts`. Sources count the same people, so their figures are never added: the truth lies between the
 * lowest "at least" and the highest "at most".
 */
export const REPORTED_SQL =
  'SELECT hc.incident_id AS incident_id, MIN(hc.at_least) AS at_least, ' +
  'CASE WHEN COUNT(hc.at_most) = COUNT(*) THEN MAX(hc.at_most) END AS at_most, COUNT(*) AS counts ' +
  'FROM head_count hc GROUP BY hc.incident_id';

/** The same for the incidents of one page. */
export async function reportedOf(reader: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, ReportedView>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .createQueryBuilder(HeadCount, 'hc')
    .select('hc.incidentId', 'id')
    .addSelect('MIN(hc.atLeast)', 'least')
    .addSelect('CASE WHEN COUNT(hc.atMost) = COUNT(*) THEN MAX(hc.atMost) END', 'most')
    .addSelect('COUNT(*)', 'counts')
    .where('hc.incidentId IN (:...ids)', { ids: [...ids] })
    .groupBy('hc.incidentId')
    .getRawMany<{ id: string; least: number; most: number | null; counts: string | number }>();
  return new Map(
    rows.map((row) => [
      row.id,
      { atLeast: Number(row.least), atMost: row.most === null ? null : Number(row.most), counts: Number(row.counts) },
    ]),
  );
}

/** The bounds of a few counts already at hand; null when there are none. */
export function boundsOfCounts(counts: readonly { atLeast: number; atMost: number | null }[]): ReportedView | null {
  if (counts.length === 0) return null;
  const open = counts.some(({ atMost }) => atMost === null);
  return {
    atLeast: Math.min(...counts.map(({ atLeast }) => atLeast)),
    atMost: open ? null : Math.max(...counts.map(({ atMost }) => atMost ?? 0)),
    counts: counts.length,
  };
}
