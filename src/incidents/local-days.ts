import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { Problem } from '../kernel/errors/public.js';
import { daysIn, readDay, type CalendarDay } from '../kernel/time/public.js';
import { Incident } from './incident.entity.js';

/** The zones in which incidents are recorded: a handful, whatever their number. */
export async function zonesInUse(reader: EntityManager): Promise<string[]> {
  const rows = await reader
    .createQueryBuilder(Incident, 'i')
    .select('DISTINCT i.start.zone', 'zone')
    .where('i.start.zone IS NOT NULL')
    .getRawMany<{ zone: string }>();
  return rows.map((row) => row.zone).sort();
}

/**
 * Narrows a query to incidents that can have begun between two days, both included, each by the clocks of its own
 * place: an evening in Moscow is not yet the next morning of Almaty. What nobody dated at all is left out.
 */
export function betweenDays<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  zones: readonly string[],
  days: { readonly from?: string | undefined; readonly to?: string | undefined },
): SelectQueryBuilder<Row> {
  const { alias } = query;
  const from = days.from ? dayOf('from', days.from) : null;
  const to = days.to ? dayOf('to', days.to) : null;
  if (!from && !to) return query;
  const arms = zones.map((zone, n) => {
    const first = from ? ` AND (${alias}.start.latest IS NULL OR ${alias}.start.latest >= :from${n})` : '';
    const last = to ? ` AND (${alias}.start.earliest IS NULL OR ${alias}.start.earliest <= :to${n})` : '';
    query.setParameter(`zone${n}`, zone);
    if (from) query.setParameter(`from${n}`, daysIn(zone, from).earliest);
    if (to) query.setParameter(`to${n}`, daysIn(zone, to).latest);
    return `(${alias}.start.zone = :zone${n}${first}${last})`;
  });
  const dated = `(${alias}.start.earliest IS NOT NULL OR ${alias}.start.latest IS NOT NULL)`;
  return query.andWhere(arms.length > 0 ? `${dated} AND (${arms.join(' OR ')})` : '1 = 0');
}

/** @throws Problem `input.invalid` when there is no such day. */
function dayOf(field: string, text: string): CalendarDay {
  const day = readDay(text);
  if (!day) throw Problem.invalid([{ field, code: 'time.impossible_date' }]);
  return day;
}
