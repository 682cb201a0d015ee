import { among } from '../access/public.js';
import { timeDimensions } from './calendar-members.js';
import { banded, coded, only, UNKNOWN, type Bands, type Dimension } from './dimension.js';
import { heldAt } from './held-at.js';
import type { Measure } from './measure.js';
import { asOfEvent, byRegion } from './region-members.js';
import type { Scope } from './scope.js';
import type { Reaching, Subject } from './subject.js';

const HOUR = 60;

export const heldBands: Bands = {
  names: ['0-3h', '3-24h', '24-48h', '48-72h', '72h-10d', '10d-'],
  from: [0, 3 * HOUR, 24 * HOUR, 48 * HOUR, 72 * HOUR, 240 * HOUR],
};

export const shortBands: Bands = { names: ['0-1h', '1-3h', '3-6h', '6-10h', '10-24h', '24h-'], from: [0, HOUR, 3 * HOUR, 6 * HOUR, 10 * HOUR, 24 * HOUR] };

/** Detentions with their facts, and with their incidents when one of the texts asks for those; of an incident out of reach nothing is told. */
export const stayTables = (reach: Reaching, asked?: readonly string[]): string => {
  const incidents = asked === undefined || asked.some((text) => /\bn\./.test(text));
  return `${reach.detentions} JOIN detention_fact f ON f.detention_id = d.id${incidents ? ` LEFT JOIN incident n ON n.id = d.incident_id AND ${reach.incident('n')}` : ''}`;
};

/** Which detentions the scope is about, as conditions over `d` and `f`. Parameters: those of the scope by name. */
export function stayScope(reach: Reaching, scope: Scope): string[] {
  const equal = { authority: 'd.authority_kind', kind: 'd.kind', outcome: 'd.outcome', incident: 'd.incident_id' } as const;
  const region = scope.borders === 'event' ? asOfEvent('d.region_code', 'f.start_last') : 'd.region_code';
  return [
    reach.detention('d'),
    ...(scope.from || scope.to ? [`f.start_first <> ''`] : []),
    ...(scope.from ? ['f.start_last >= :from'] : []),
    ...(scope.to ? ['f.start_first <= :to'] : []),
    ...(scope.region ? [`${region} = :region`] : []),
    ...Object.entries(equal).flatMap(([name, column]) => (scope[name as keyof typeof equal] ? [`${column} = :${name}`] : [])),
  ];
}

export const surelyIn = ({ from, to }: Scope): string =>
  [...(from ? ['f.start_first >= :from'] : []), ...(to ? ['f.start_last <= :to'] : []), '1 = 1'].join(' AND ');

const people = (id: string, when?: string): Measure => ({ id, unit: 'people', least: 'd.counted_at_least', most: 'd.counted_at_most', ...(when ? { when } : {}) });

/** Person-hours: a group counts as many times as it has people. */
const hoursOf = (id: string, least: string, most: string): Measure => ({
  ...{ id, unit: 'minutes' },
  least: `COALESCE(${least}, 0) * d.counted_at_least`,
  most: `CASE WHEN ${least} IS NULL THEN 0 ELSE ${most} * d.counted_at_most END`,
  of: `${least} IS NOT NULL`,
});

const said = ['protocol', 'rights_explained', 'charged', 'before_judge', 'relatives_told', 'lawyer_requested', 'lawyer_admitted', 'lawyer_denied', 'medical_requested', 'medical_done', 'medical_refused', 'ill_treatment', 'injury', 'deprived'];

const complained = among('d.id', `SELECT t.detention_id FROM follow_up_action t WHERE t.detention_id IS NOT NULL AND t.kind IN ('complaint', 'complaint_prosecutor', 'complaint_ill_treatment')`);

export const stayMeasures: readonly Measure[] = [
  people('detained'),
  { id: 'stays', unit: 'records', least: '1', most: '1' },
  hoursOf('held', 'f.held_min', 'f.held_max'),
  hoursOf('unrecorded', 'f.unrecorded_min', 'f.unrecorded_max'),
  people('ring', 'f.ring = 1'),
  hoursOf('ring_hours', 'f.ring_min', 'f.ring_max'),
  ...said.map((flag) => people(flag, `f.${flag} = 1`)),
  people('complained', complained),
  people('no_end', `f.end_first = '' AND f.start_first <> ''`),
];

const plainKey = (id: string, column: string, named: Dimension['named']): Dimension => ({
  ...{ id, keys: () => [`COALESCE(${column}, '')`], stand: ([key = '']) => only(key), named, order: 'size' as const },
});

export const stayDimensions: readonly Dimension[] = [
  ...timeDimensions('start', ''),
  ...timeDimensions('end', 'end_'),
  heldAt,
  byRegion('d.region_code', 'f.start_last'),
  plainKey('place', 'f.place_id', { by: 'place' }),
  plainKey('facility', 'f.facility_id', { by: 'place' }),
  coded('authority', 'd.authority_kind', 'authority-kinds'),
  coded('kind', 'd.kind', 'detention-kinds'),
  coded('outcome', 'd.outcome', 'outcomes'),
  plainKey('incident', 'n.id', { by: 'incident' }),
  plainKey('theme', 'n.theme_token', { by: 'sealed', field: 'theme' }),
  coded('permission', 'n.permission', 'permissions'),
  coded('incident_kind', 'n.kind', 'incident-kinds'),
  coded('organiser', 'n.organiser_kind', 'organiser-kinds'),
  banded('held', 'f.held_min', 'f.held_max', heldBands, 'band'),
  banded('unrecorded', 'f.unrecorded_min', 'f.unrecorded_max', heldBands, 'band'),
  banded('ring_time', 'f.ring_min', 'f.ring_max', shortBands, 'band'),
  banded('lawyer_wait', 'f.lawyer_wait_min', 'f.lawyer_wait_max', shortBands, 'band'),
  {
    id: 'lawyer',
    keys: () => [`CASE WHEN f.lawyer_admitted = 1 AND f.lawyer_denied = 1 THEN 'denied_first' WHEN f.lawyer_admitted = 1 THEN 'admitted' WHEN f.lawyer_denied = 1 THEN 'denied' WHEN f.lawyer_requested = 1 THEN 'requested' ELSE '${UNKNOWN}' END`],
    stand: ([key = '']) => only(key),
    named: { by: 'words', prefix: 'lawyer' },
    order: ['admitted', 'denied_first', 'denied', 'requested'],
  },
];

export const stay: Subject = {
  name: 'stay',
  from: (reach, _scope, asked) => stayTables(reach, asked),
  where: stayScope,
  sure: surelyIn,
  record: { column: 'd.id', kind: 'detention' },
  dimensions: stayDimensions,
  measures: stayMeasures,
  dated: true,
};
