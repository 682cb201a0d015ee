import { among, coded, only, type Dimension } from './dimension.js';
import type { Measure } from './measure.js';
import { byRegion } from './region-members.js';
import { stayScope, stayTables, surelyIn } from './stays.js';
import type { Reaching, Subject } from './subject.js';

export const rulingKinds = ['ruling_warning', 'ruling_fine', 'ruling_admin_arrest', 'arrest_order_pronounced', 'ruling_community_service', 'ruling_expulsion', 'ruling_acquittal', 'ruling_discontinued', 'remand_ordered', 'house_arrest_ordered'] as const;
export const chargeKinds = ['charged_admin', 'suspected_criminal'] as const;

/** The order of arrest and the ruling on it are one sanction. */
const sanction = `CASE WHEN e.kind = 'arrest_order_pronounced' THEN 'ruling_admin_arrest' ELSE e.kind END`;

const list = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(', ');

/**
 * Several accounts of one ruling are one ruling: one a detention and kind, with the least and the most any of them says. Where they name
 * different articles or courts it may be either.
 */
const decisions = ({ events }: Reaching): string =>
  `(SELECT e.detention_id, ${sanction} AS kind, MIN(e.article_token) AS article, MAX(e.article_token) AS article_other, MIN(e.place_id) AS court, MAX(e.place_id) AS court_other,` +
  ` MIN(e.sanction_days) AS days_least, MAX(e.sanction_days) AS days_most, MIN(e.fine_amount) AS fine_least, MAX(e.fine_amount) AS fine_most, MIN(e.fine_unit) AS unit, MAX(e.fine_unit) AS unit_other` +
  ` FROM ${events} WHERE NOT e.withdrawn AND e.kind IN (${list([...rulingKinds, ...chargeKinds])}) GROUP BY e.detention_id, ${sanction})`;

const isRuling = `e.kind NOT IN (${list(chargeKinds)})`;

const either = (id: string, one: string, other: string, named: Dimension['named']): Dimension => ({
  ...{ id, named, order: 'size' as const },
  keys: () => [`COALESCE(${one}, '')`, `COALESCE(${other}, '')`],
  stand: ([first = '', last = '']) => (first === '' ? only('') : among([...new Set([first, last])])),
});

const number = (id: string, when: string): Measure => ({ id, unit: 'records', least: '1', most: '1', when });

/** Charges and rulings recorded as events of the detentions in the scope. */
export const ruling: Subject = {
  name: 'ruling',
  from: (reach, _scope, asked) => `${stayTables(reach, asked)} JOIN ${decisions(reach)} e ON e.detention_id = d.id`,
  where: stayScope,
  sure: surelyIn,
  record: { column: 'd.id', kind: 'detention' },
  dimensions: [
    { ...coded('sanction', 'e.kind', 'event-kinds'), order: [...rulingKinds.filter((kind) => kind !== 'arrest_order_pronounced'), ...chargeKinds] },
    either('article', 'e.article', 'e.article_other', { by: 'sealed', field: 'article' }),
    either('court', 'e.court', 'e.court_other', { by: 'place' }),
    either('fine_unit', 'e.unit', 'e.unit_other', { by: 'list', list: 'fine-units' }),
    byRegion('d.region_code', 'f.start_last'),
  ],
  measures: [
    number('charges', `NOT (${isRuling})`),
    number('rulings', isRuling),
    { id: 'arrest_days', unit: 'days', least: 'COALESCE(e.days_least, 0)', most: 'COALESCE(e.days_most, 0)', of: 'e.days_least IS NOT NULL' },
    { id: 'fines', unit: 'money', least: 'COALESCE(e.fine_least, 0)', most: 'COALESCE(e.fine_most, 0)', of: 'e.fine_least IS NOT NULL' },
  ],
  dated: true,
};
