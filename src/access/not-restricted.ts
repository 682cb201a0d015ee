import type { EntityManager } from 'typeorm';
import { rowsOf } from '../kernel/db/public.js';
import { Restriction } from './restriction.entity.js';

/**
 * SQL: the use of nobody's data behind this column of individuals' ids is restricted. Every export, report and publication asks it;
 * a row about nobody passes.
 */
export const notRestricted = (individual: string): string =>
  `NOT EXISTS (SELECT 1 FROM restriction x WHERE x.individual_id = ${individual} AND x.lifted_at IS NULL)`;

/** One of a set that is made once a statement. Nothing is among nothing: an empty column is not. */
export const among = (column: string, set: string): string => `COALESCE(${column} IN (${set}), FALSE)`;

/** As `notRestricted`, for a statement that reads most rows of its table. */
export const notRestrictedAtOnce = (individual: string): string => `NOT ${among(individual, 'SELECT x.individual_id FROM restriction x WHERE x.lifted_at IS NULL')}`;

/** The same for whoever opened the record with a reason, for as long as that lasts. Asks for :reachActor and :reachNow. */
export const openToReader = (individual: string): string =>
  `NOT EXISTS (SELECT 1 FROM restriction x WHERE x.individual_id = ${individual} AND x.lifted_at IS NULL AND NOT EXISTS (` +
  'SELECT 1 FROM restriction_reading xr WHERE xr.restriction_id = x.id AND xr.staff_id = :reachActor AND xr.ends_at > :reachNow))';

export const openToReaderAtOnce = (individual: string): string =>
  `NOT ${among(
    individual,
    'SELECT x.individual_id FROM restriction x WHERE x.lifted_at IS NULL AND NOT EXISTS (SELECT 1 FROM restriction_reading xr WHERE xr.restriction_id = x.id AND xr.staff_id = :reachActor AND xr.ends_at > :reachNow)',
  )}`;

/** Which of these people's data are restricted now. */
export async function restrictedAmong(manager: EntityManager, individualIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (individualIds.length === 0) return new Set();
  const rows = await rowsOf(manager, Restriction, 'WHERE r.individual_id IN (:...individualIds) AND r.lifted_at IS NULL', { individualIds });
  return new Set(rows.map(({ individualId }) => individualId));
}
