import { dayStanding, localDays, monthStanding } from './calendar-members.js';
import { coded, plain, type Dimension } from './dimension.js';
import { amounts, each } from './measure.js';
import { chosen, numbersIn, setOf, textFrom, Texts, type Chosen, type Field, type Own, type RecordSet } from './record-set.js';
import { asOfEvent, byRegion } from './region-members.js';
import type { Scope } from './scope.js';
import type { Subject } from './subject.js';

/** What is read of each incident, as SQL over `n`, and of what sources report of it, over `c`. */
export const incidentColumns = {
  ...{ id: 'n.id', earliest: 'SUBSTR(n.start_earliest, 1, 16)', latest: 'SUBSTR(n.start_latest, 1, 16)', zone: 'n.start_zone', region: 'n.region_code', authority: 'n.authority_kind' },
  ...{ theme: 'n.theme_token', permission: 'n.permission', incident_kind: 'n.kind', organiser: 'n.organiser_kind' },
  ...{ counts: 'c.counts', reported_least: 'c.at_least', reported_most: 'c.at_most' },
} as const;

/** Months of the calendar between two moments, of which only year and month are looked at. */
const monthsBetween = (from: string, to: string): number => (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));

/**
 * Nothing is known of when it happened, or no more than that it lies within more than a year: as part of every month of that
 * time it would say nothing of any. With days asked for it is in no figure, and told beside them.
 */
const tooVague = (earliest: string, latest: string): boolean => earliest === '' || latest === '' || monthsBetween(earliest, latest) > 12;

const dayFields = ['day_first', 'day_last', 'day_last_utc'] as const;

/** A set of incidents with the local days of each beginning, and its last day in Greenwich, by which borders are told. */
export function withDays(set: RecordSet, own: Own = () => undefined): RecordSet {
  let made: Readonly<Record<string, Field>> | null = null;
  return setOf(set.count, (name) => own(name) ?? (dayFields.includes(name as 'day_first') ? (made ??= daysOf(set))[name] : undefined) ?? set.field(name));
}

function daysOf(set: RecordSet): Readonly<Record<string, Field>> {
  const [earliest, latest, zone] = [saying(set, 'earliest'), saying(set, 'latest'), saying(set, 'zone')];
  const texts = new Texts();
  const [first, last, greenwich] = dayFields.map(() => new Int32Array(set.count)) as [Int32Array, Int32Array, Int32Array];
  for (let record = 0; record < set.count; record += 1) {
    const days = localDays(earliest(record), latest(record), zone(record));
    [first[record], last[record], greenwich[record]] = [texts.of(days.first), texts.of(days.last), texts.of(latest(record).slice(0, 10))];
  }
  return Object.fromEntries([first, last, greenwich].map((values, n) => [dayFields[n], { values, text: textFrom(texts.all) }]));
}

type Says = (record: number) => string;
const saying = (set: RecordSet, name: string): Says => {
  const { values, text } = set.field(name);
  return (record) => text(values[record] ?? 0);
};

/** Those of which it is not known when they happened, otherwise in the scope, are left out where days are asked for. */
function incidentScope(set: RecordSet, scope: Scope): Chosen {
  const within = incidentFilter(set, scope);
  if (!scope.from && !scope.to) return chosen(set, (record) => (within(record) ? 1 : null));
  const [vague, first, last] = [isVague(set), saying(set, 'day_first'), saying(set, 'day_last')];
  const [from, to] = [scope.from ?? '', scope.to ?? '9999-99-99'];
  return chosen(set, (record) => {
    const [begin, end] = [first(record), last(record)];
    if (!within(record) || vague(record) || begin === '' || end < from || begin > to) return null;
    return begin >= from && end <= to ? 1 : 0;
  });
}

export function isVague(set: RecordSet): (record: number) => boolean {
  const [earliest, latest] = [saying(set, 'earliest'), saying(set, 'latest')];
  return (record) => tooVague(earliest(record), latest(record));
}

/** All that the scope asks of incidents but its days. */
export function incidentFilter(set: RecordSet, { region, authority, incident: one, borders }: Scope): (record: number) => boolean {
  const tests: ((record: number) => boolean)[] = [];
  const equal = (name: string, asked: string | null): void => {
    if (!asked) return;
    const said = saying(set, name);
    tests.push((record) => said(record) === asked);
  };
  if (region && borders === 'event') {
    const [of, day] = [saying(set, 'region'), saying(set, 'day_last_utc')];
    tests.push((record) => asOfEvent(of(record), day(record)) === region);
  } else equal('region', region);
  equal('authority', authority);
  equal('id', one);
  return (record) => tests.every((test) => test(record));
}

const time = (id: 'day' | 'month', stand: typeof dayStanding): Dimension => ({
  ...{ id, reads: () => ['day_first', 'day_last'], order: 'key', between: true, named: { by: id } },
  stand: ([first = '', last = ''], scope) => stand(first, last, scope),
});

/** What happened, with how many people sources report as detained, and how many of them are known one by one. */
export const incident: Subject = {
  name: 'incident',
  source: 'incident',
  choose: ({ set }, scope) => incidentScope(set, scope),
  record: 'incident',
  dimensions: [
    time('day', dayStanding),
    time('month', monthStanding),
    byRegion('day_last_utc'),
    plain('incident', { by: 'incident' }, 'id'),
    plain('theme', { by: 'sealed', field: 'theme' }),
    coded('permission', 'permission', 'permissions'),
    coded('incident_kind', 'incident_kind', 'incident-kinds'),
    coded('organiser', 'organiser', 'organiser-kinds'),
    coded('authority', 'authority', 'authority-kinds'),
  ],
  measures: [
    {
      ...{ id: 'reported', unit: 'people' },
      of: (set) => {
        const [counts, least, most] = ['counts', 'reported_least', 'reported_most'].map((name) => numbersIn(set.field(name))) as [Int32Array, Int32Array, Int32Array];
        const told = (record: number): boolean => (counts[record] ?? 0) > 0;
        const highest = (record: number): number => ((most[record] ?? -1) < 0 ? Infinity : (most[record] ?? 0));
        return amounts(set, (record) => least[record] ?? 0, highest, told, told);
      },
    },
    each('incidents', 'records'),
    {
      ...{ id: 'known_people', unit: 'people', needs: 'known' },
      of: (set) => {
        const { values } = set.field('known_people');
        const known = (record: number): number => values[record] ?? 0;
        return amounts(set, known, known);
      },
    },
  ],
  dated: true,
};
