import { among, coded, each, UNKNOWN, type Dimension } from './dimension.js';
import { stayScope, surelyIn } from './stays.js';
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
  keys: () => [
    'SUBSTR(s.day_first, 1, 4)',
    'SUBSTR(s.day_last, 1, 4)',
    `COALESCE(CAST(i.born_earliest AS varchar(4)), '')`,
    `COALESCE(CAST(i.born_latest AS varchar(4)), '')`,
    `CASE WHEN i.minor THEN 'yes' WHEN NOT i.minor THEN 'no' ELSE '' END`,
  ],
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
  keys: () => ['i.roles'],
  stand: ([roles = '[]']) => each((JSON.parse(roles) as string[]).filter((one) => one !== 'unknown' && one !== 'unmapped')),
  named: { by: 'list', list: 'roles-of-person' },
  order: 'size',
  many: true,
};

/** People known one by one, each once however often detained in the scope; surely in it by any one detention. */
export const person: Subject = {
  name: 'person',
  from: (reach, scope) =>
    `(SELECT d.individual_id AS id, MAX(CASE WHEN ${surelyIn(scope)} THEN 1 ELSE 0 END) AS sure, COUNT(*) AS times, MIN(f.start_first) AS day_first, MIN(f.start_last) AS day_last` +
    ` FROM ${reach.detentions} JOIN detention_fact f ON f.detention_id = d.id WHERE ${['d.individual_id IS NOT NULL', ...stayScope(reach, scope)].join(' AND ')} GROUP BY d.individual_id) s` +
    ` JOIN ${reach.individuals} ON i.id = s.id`,
  where: () => [],
  sure: () => 's.sure = 1',
  record: { column: 's.id', kind: 'individual' },
  dimensions: [
    coded('sex', 'i.sex', 'sex'),
    age,
    role,
    {
      id: 'times',
      keys: () => [`CASE WHEN s.times > 2 THEN '3-' ELSE CAST(s.times AS varchar(4)) END`],
      stand: ([times = '']) => each(times === UNKNOWN ? [] : [times]),
      named: { by: 'words', prefix: 'times' },
      order: ['1', '2', '3-'],
    },
  ],
  measures: [{ id: 'people', unit: 'people', least: '1', most: '1' }],
  dated: true,
};
