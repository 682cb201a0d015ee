import { among, coded, each, UNKNOWN, type Dimension } from './dimension.js';
import { each as counted } from './measure.js';
import { numberText, picked, textFrom, Texts, type Field } from './record-set.js';
import { stayScope } from './stays.js';
import type { Subject } from './subject.js';

const ages = [0, 14, 18, 25, 35, 45, 60] as const;

/** `0-13`, `14-17`, … `60-` */
export const ageBands: readonly string[] = ages.map((from, n) => `${from}-${ages[n + 1] === undefined ? '' : (ages[n + 1] ?? 0) - 1}`);

const bandOf = (age: number): number => ages.findLastIndex((from) => age >= from);

/** Under eighteen: as it was recorded, a year of birth alone may leave it open. */
const ADULT_BAND = ages.indexOf(18);

/** In the year of the first detention in the scope: someone born in 2000 was 20 or 21 in 2021. */
const age: Dimension = {
  id: 'age',
  reads: () => ['year_first', 'year_last', 'born_earliest', 'born_latest', 'minor'],
  stand: ([first = '', last = '', earliest = '', latest = '', minor = '']) => {
    const [from, to] = [Number(first) - Number(latest) - 1, Number(last) - Number(earliest)];
    const known = first !== '' && first !== '0000' && last !== '9999' && earliest !== '' && latest !== '';
    const [low, high] = known ? [bandOf(Math.max(0, from)), bandOf(Math.max(0, to))] : [0, minor === '' ? -1 : ages.length - 1];
    const bands = ageBands.slice(minor === 'no' ? Math.max(low, ADULT_BAND) : low, (minor === 'yes' ? Math.min(high, ADULT_BAND - 1) : high) + 1);
    return known || minor !== '' ? among(bands) : each([]);
  },
  named: { by: 'words', prefix: 'age' },
  order: ageBands,
  between: true,
};

const role: Dimension = {
  id: 'role',
  reads: () => ['roles'],
  stand: ([roles = '']) => each((JSON.parse(roles || '[]') as string[]).filter((one) => one !== 'unknown' && one !== 'unmapped')),
  named: { by: 'list', list: 'roles-of-person' },
  order: 'size',
  many: true,
};

/** The years of days, each different day worked out once. */
export function yearsOf({ values, text }: Field): Field {
  const years = new Texts();
  const known = new Map<number, number>();
  const yearOf = (day: number): number => {
    const year = known.get(day) ?? years.of(text(day).slice(0, 4));
    known.set(day, year);
    return year;
  };
  return { values: values.map(yearOf), text: textFrom(years.all) };
}

/** People known one by one, each once however often detained in the scope; surely in it by any one detention. */
export const person: Subject = {
  name: 'person',
  source: 'stay',
  choose: ({ set: stays }, scope) => {
    const { set, sure } = stayScope(stays, scope);
    const [people, first, last] = ['person', 'start_first', 'start_last'].map((name) => set.field(name)) as [Field, Field, Field];
    const placeOf = new Int32Array(1 + people.values.reduce((most, one) => Math.max(most, one), -1)).fill(-1);
    const own = ['places', 'times', 'first', 'last'].map(() => new Int32Array(set.count)) as [Int32Array, Int32Array, Int32Array, Int32Array];
    const [places, times, firsts, lasts] = own;
    const surely = new Uint8Array(set.count);
    let count = 0;
    for (let record = 0; record < set.count; record += 1) {
      const one = people.values[record] ?? -1;
      if (one < 0) continue;
      const known = placeOf[one] ?? -1;
      const n = known < 0 ? count++ : known;
      const [begin = 0, end = 0] = [first.values[record], last.values[record]];
      if (known < 0) [placeOf[one], places[n], firsts[n], lasts[n]] = [n, record, begin, end];
      times[n] = (times[n] ?? 0) + 1;
      firsts[n] = Math.min(firsts[n] ?? 0, begin);
      lasts[n] = Math.min(lasts[n] ?? 0, end);
      if (sure[record] === 1) surely[n] = 1;
    }
    const fields: Readonly<Record<string, () => Field>> = {
      times: () => ({ values: times.subarray(0, count), text: numberText }),
      year_first: () => yearsOf({ ...first, values: firsts.subarray(0, count) }),
      year_last: () => yearsOf({ ...last, values: lasts.subarray(0, count) }),
    };
    return { set: picked(set, places.subarray(0, count), (name) => fields[name]?.()), sure: surely.subarray(0, count) };
  },
  record: 'individual',
  dimensions: [
    coded('sex', 'sex', 'sex'),
    age,
    role,
    {
      id: 'times',
      reads: () => ['times'],
      stand: ([times = '']) => each(times === UNKNOWN ? [] : [Number(times) > 2 ? '3-' : times]),
      named: { by: 'words', prefix: 'times' },
      order: ['1', '2', '3-'],
    },
  ],
  measures: [counted('people', 'people')],
  dated: true,
};
