import { among, coded, only, type Dimension } from './dimension.js';
import { amounts, each, type Measure } from './measure.js';
import { eachAsOften, picked, sureOf, type RecordSet } from './record-set.js';
import { byRegion } from './region-members.js';
import { chargeKinds, rulingKinds } from './rulings-of.js';
import { stayScope } from './stays.js';
import { rulingLayout } from './stay-card.js';
import type { Subject } from './subject.js';

const charges: ReadonlySet<string> = new Set(chargeKinds);

const isCharge = (set: RecordSet): ((record: number) => boolean) => {
  const { values, text } = set.field('sanction');
  return (record) => charges.has(text(values[record] ?? 0));
};

const isRuling = (set: RecordSet): ((record: number) => boolean) => {
  const charged = isCharge(set);
  return (record) => !charged(record);
};

const either = (id: string, one: string, other: string, named: Dimension['named']): Dimension => ({
  ...{ id, named, order: 'size' as const },
  reads: () => [one, other],
  stand: ([first = '', last = '']) => (first === '' ? only('') : among([...new Set([first, last])])),
});

const summed = (id: string, unit: Measure['unit'], least: string, most: string): Measure => ({
  ...{ id, unit },
  of: (set) => {
    const [from, to] = [set.field(least).values, set.field(most).values];
    const known = (record: number): boolean => (from[record] ?? -1) >= 0;
    return amounts(set, (record) => from[record] ?? 0, (record) => to[record] ?? 0, known, known);
  },
});

/** Charges and rulings recorded as events of the detentions in the scope. */
export const ruling: Subject = {
  name: 'ruling',
  source: 'stay',
  choose: ({ set: stays, rulings }, scope) => {
    const { set, sure } = stayScope(stays, scope);
    const [from, count] = [set.field('first_ruling').values, set.field('ruling_count').values];
    const places = eachAsOften(count);
    const lines = new Int32Array(places.length);
    for (let line = 0, n = 0; line < lines.length; line += 1) {
      n = places[line] === places[line - 1] ? n + 1 : 0;
      lines[line] = (from[places[line] ?? 0] ?? 0) + n;
    }
    const told = picked(rulings, lines);
    return { set: picked(set, places, (name) => (name in rulingLayout ? told.field(name) : undefined)), sure: sureOf(sure, places) };
  },
  needs: 'rulings',
  record: 'detention',
  dimensions: [
    { ...coded('sanction', 'sanction', 'event-kinds'), order: [...rulingKinds.filter((kind) => kind !== 'arrest_order_pronounced'), ...chargeKinds] },
    either('article', 'article', 'article_other', { by: 'sealed', field: 'article' }),
    either('court', 'court', 'court_other', { by: 'place' }),
    either('fine_unit', 'unit', 'unit_other', { by: 'list', list: 'fine-units' }),
    byRegion('start_last'),
  ],
  measures: [
    each('charges', 'records', isCharge),
    each('rulings', 'records', isRuling),
    summed('arrest_days', 'days', 'days_min', 'days_max'),
    summed('fines', 'money', 'fine_min', 'fine_max'),
  ],
  dated: true,
};
