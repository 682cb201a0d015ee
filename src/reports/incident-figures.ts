import { REPORTED_SQL } from '../incidents/public.js';
import { dayStanding, localDays, monthStanding } from './calendar-members.js';
import { coded, only, type Dimension } from './dimension.js';
import { asOfEvent, byRegion } from './region-members.js';
import type { Scope } from './scope.js';
import type { Group, Subject } from './subject.js';

const minute = (column: string): string => `COALESCE(SUBSTR(${column}, 1, 16), '')`;

type Days = ReturnType<typeof localDays>;

/** Every table of a report asks for the days of the same incidents; they are worked out once a report. */
const worked = new WeakMap<Scope, Map<string, Days>>();

/** Local days of an incident's beginning from the keys every group of incidents has. */
function daysOf([earliest = '', latest = '', zone = '']: readonly string[], scope: Scope): Days {
  const own = worked.get(scope) ?? new Map<string, Days>();
  worked.set(scope, own);
  const key = `${earliest} ${latest} ${zone}`;
  const days = own.get(key) ?? localDays(earliest, latest, zone);
  own.set(key, days);
  return days;
}

/** Those outside the days of the scope go; one that only may lie in them is not sure. */
function inDays(group: Group, scope: Scope): Group[] {
  const { from, to } = scope;
  if (!from && !to) return [group];
  const { first, last } = daysOf(group.keys, scope);
  if (first === '' || (from && last < from) || (to && first > to)) return [];
  const sure = (!from || first >= from) && (!to || last <= to);
  return [{ ...group, sure: group.sure && sure }];
}

const time = (id: 'day' | 'month', stand: typeof dayStanding): Dimension => ({
  ...{ id, keys: () => [], order: 'key', between: true, named: { by: id } },
  stand: (keys, scope) => {
    const { first, last } = daysOf(keys, scope);
    return stand(first, last, scope);
  },
});

const monthOf = (column: string): string => `(CAST(SUBSTR(${column}, 1, 4) AS integer) * 12 + CAST(SUBSTR(${column}, 6, 2) AS integer))`;

/**
 * Nothing is known of when it happened, or no more than that it lies within more than a year: as part of every month of that
 * time it would say nothing of any. With days asked for it is in no figure, and told beside them.
 */
export const TOO_VAGUE = `n.start_earliest IS NULL OR n.start_latest IS NULL OR ${monthOf('n.start_latest')} - ${monthOf('n.start_earliest')} > 12`;

const day = `COALESCE(SUBSTR(n.start_latest, 1, 10), '')`;

/** What happened, with how many people sources report as detained, and how many of them are known one by one. */
export const incident: Subject = {
  name: 'incident',
  from: (reach) =>
    `incident n LEFT JOIN (${REPORTED_SQL}) c ON c.incident_id = n.id` +
    ` LEFT JOIN (SELECT d.incident_id, COUNT(DISTINCT d.individual_id) AS known FROM ${reach.detentions} WHERE d.incident_id IS NOT NULL AND ${reach.detention('d')} GROUP BY d.incident_id) k ON k.incident_id = n.id`,
  where: (reach, scope) => [
    reach.incident('n'),
    ...(scope.region ? [`${scope.borders === 'event' ? asOfEvent('n.region_code', day) : 'n.region_code'} = :region`] : []),
    ...(scope.authority ? ['n.authority_kind = :authority'] : []),
    ...(scope.incident ? ['n.id = :incident'] : []),
    ...(scope.from || scope.to ? [`NOT (${TOO_VAGUE})`] : []),
  ],
  sure: () => '1 = 1',
  record: { column: 'n.id', kind: 'incident' },
  always: [minute('n.start_earliest'), minute('n.start_latest'), `COALESCE(n.start_zone, '')`],
  explode: inDays,
  dimensions: [
    time('day', dayStanding),
    time('month', monthStanding),
    byRegion('n.region_code', day),
    { id: 'incident', keys: () => ['n.id'], stand: ([id = '']) => only(id), named: { by: 'incident' }, order: 'size' },
    { id: 'theme', keys: () => [`COALESCE(n.theme_token, '')`], stand: ([theme = '']) => only(theme), named: { by: 'sealed', field: 'theme' }, order: 'size' },
    coded('permission', 'n.permission', 'permissions'),
    coded('incident_kind', 'n.kind', 'incident-kinds'),
    coded('organiser', 'n.organiser_kind', 'organiser-kinds'),
    coded('authority', 'n.authority_kind', 'authority-kinds'),
  ],
  measures: [
    {
      ...{ id: 'reported', unit: 'people', of: 'c.counts > 0' },
      least: 'COALESCE(c.at_least, 0)',
      most: 'CASE WHEN c.counts > 0 THEN c.at_most ELSE 0 END',
    },
    { id: 'incidents', unit: 'records', least: '1', most: '1' },
    { id: 'known_people', unit: 'people', least: 'COALESCE(k.known, 0)', most: 'COALESCE(k.known, 0)' },
  ],
  dated: true,
};
