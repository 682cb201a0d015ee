import { timeDimensions } from './calendar-members.js';
import { numberOfDay } from './day-number.js';
import { banded, coded, only, plain, UNKNOWN, type Bands, type Dimension } from './dimension.js';
import { heldAt } from './held-at.js';
import { amounts, each, type Amounts, type Measure } from './measure.js';
import { chosen, type Chosen, type Field, type RecordSet } from './record-set.js';
import { asOfEvent, byRegion } from './region-members.js';
import type { Scope } from './scope.js';
import type { Flag } from './stay-card.js';
import type { Subject } from './subject.js';

const HOUR = 60;

export const heldBands: Bands = {
  names: ['0-3h', '3-24h', '24-48h', '48-72h', '72h-10d', '10d-'],
  from: [0, 3 * HOUR, 24 * HOUR, 48 * HOUR, 72 * HOUR, 240 * HOUR],
};

export const shortBands: Bands = { names: ['0-1h', '1-3h', '3-6h', '6-10h', '10-24h', '24h-'], from: [0, HOUR, 3 * HOUR, 6 * HOUR, 10 * HOUR, 24 * HOUR] };

type Test = (record: number) => boolean;

/** Which detentions the scope is about, and which of them surely; those without a day only where no days are asked for. */
export function stayScope(set: RecordSet, scope: Scope): Chosen {
  const within = stayFilter(set, scope);
  if (!scope.from && !scope.to) return chosen(set, (record) => (within(record) ? 1 : null));
  const [first, last] = [set.field('start_first').values, set.field('start_last').values];
  const [from, to] = [scope.from ? numberOfDay(scope.from) : 0, scope.to ? numberOfDay(scope.to) : Infinity];
  return chosen(set, (record) => {
    const [begin = 0, end = 0] = [first[record], last[record]];
    if (begin === 0 || end < from || begin > to || !within(record)) return null;
    return begin >= from && end <= to ? 1 : 0;
  });
}

/** All that the scope asks but its days. */
export function stayFilter(set: RecordSet, scope: Scope): Test {
  const equal = { authority: 'authority', kind: 'kind', outcome: 'outcome', incident: 'incident_of' } as const;
  const tests = Object.entries(equal).flatMap(([name, field]) => {
    const asked = scope[name as keyof typeof equal];
    return asked ? [says(set.field(field), asked)] : [];
  });
  if (scope.region) tests.push(inRegion(set, scope.region, scope));
  return tests.length === 0 ? () => true : (record) => tests.every((test) => test(record));
}

const says = ({ values, text }: Field, asked: string): Test => (record) => text(values[record] ?? 0) === asked;

function inRegion(set: RecordSet, asked: string, { borders }: Scope): Test {
  const [{ values, text }, day] = [set.field('region'), set.field('start_last')];
  if (borders === 'current') return says({ values, text }, asked);
  return (record) => asOfEvent(text(values[record] ?? 0), day.text(day.values[record] ?? 0)) === asked;
}

const counted = new WeakMap<RecordSet, Amounts>();

/** How many people each record stands for; most measures ask for it. */
function peopleOf(set: RecordSet): Amounts {
  const [least, most] = [set.field('counted_least').values, set.field('counted_most').values];
  const made = counted.get(set) ?? amounts(set, (record) => least[record] ?? 0, (record) => open(most[record]));
  counted.set(set, made);
  return made;
}

const people = (id: string, when?: (set: RecordSet) => ArrayLike<number>): Measure => ({ id, unit: 'people', of: (set) => (when ? { ...peopleOf(set), when: when(set) } : peopleOf(set)) });

/** People of the records with this flag. */
const flagged = (id: string, flag: Flag): Measure => people(id, (set) => set.field(flag).values);

const open = (most = -1): number => (most < 0 ? Infinity : most);

/** Person-hours: a group counts as many times as it has people. */
const hoursOf = (id: string, least: string, most: string): Measure => ({
  ...{ id, unit: 'minutes' as const },
  of: (set) => {
    const [from, to, fewest, many] = [least, most, 'counted_least', 'counted_most'].map((name) => set.field(name).values) as [Int32Array, Int32Array, Int32Array, Int32Array];
    const known: Test = (record) => (from[record] ?? -1) >= 0;
    const highest = (record: number): number => (to[record] === 0 ? 0 : open(to[record]) * open(many[record]));
    return amounts(set, (record) => (from[record] ?? 0) * (fewest[record] ?? 0), highest, known, known);
  },
});

const said = ['protocol', 'rights_explained', 'charged', 'before_judge', 'relatives_told', 'lawyer_requested', 'lawyer_admitted', 'lawyer_denied', 'medical_requested', 'medical_done', 'medical_refused', 'ill_treatment', 'injury', 'deprived', 'complained'] as const;

export const stayMeasures: readonly Measure[] = [
  people('detained'),
  each('stays', 'records'),
  hoursOf('held', 'held_min', 'held_max'),
  hoursOf('unrecorded', 'unrecorded_min', 'unrecorded_max'),
  flagged('ring', 'ring'),
  hoursOf('ring_hours', 'ring_min', 'ring_max'),
  ...said.map((flag) => flagged(flag, flag)),
  people('no_end', (set) => {
    const [start, end] = [set.field('start_first').values, set.field('end_first').values];
    return start.map((day, record) => Number(day !== 0 && end[record] === 0));
  }),
];

const lawyer = { admitted: 'lawyer_admitted', denied: 'lawyer_denied', requested: 'lawyer_requested' } as const;

export const stayDimensions: readonly Dimension[] = [
  ...timeDimensions('start', ''),
  ...timeDimensions('end', 'end_'),
  heldAt,
  byRegion('start_last'),
  plain('place', { by: 'place' }),
  plain('facility', { by: 'place' }),
  coded('authority', 'authority', 'authority-kinds'),
  coded('kind', 'kind', 'detention-kinds'),
  coded('outcome', 'outcome', 'outcomes'),
  ...[
    ...[plain('incident', { by: 'incident' }), plain('theme', { by: 'sealed', field: 'theme' }), coded('permission', 'permission', 'permissions')],
    ...[coded('incident_kind', 'incident_kind', 'incident-kinds'), coded('organiser', 'organiser', 'organiser-kinds')],
  ].map((one) => ({ ...one, needs: 'incident' as const })),
  banded('held', 'held_min', 'held_max', heldBands, 'band'),
  banded('unrecorded', 'unrecorded_min', 'unrecorded_max', heldBands, 'band'),
  banded('ring_time', 'ring_min', 'ring_max', shortBands, 'band'),
  banded('lawyer_wait', 'lawyer_wait_min', 'lawyer_wait_max', shortBands, 'band'),
  {
    id: 'lawyer',
    reads: () => Object.values(lawyer),
    stand: ([admitted = '', denied = '', requested = '']: readonly string[]) => only(admitted === '1' ? (denied === '1' ? 'denied_first' : 'admitted') : denied === '1' ? 'denied' : requested === '1' ? 'requested' : UNKNOWN),
    named: { by: 'words', prefix: 'lawyer' },
    order: ['admitted', 'denied_first', 'denied', 'requested'],
  },
];

export const stay: Subject = {
  name: 'stay',
  source: 'stay',
  choose: ({ set }, scope) => stayScope(set, scope),
  record: 'detention',
  dimensions: stayDimensions,
  measures: stayMeasures,
  dated: true,
};
