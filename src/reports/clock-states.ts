import { codesOf, numbered, timesOf } from './codes.js';
import { only } from './dimension.js';
import { eachAsOften, picked, sureOf, textFrom, Texts, valuesAt, type Field } from './record-set.js';
import { byRegion } from './region-members.js';
import { stayMeasures, stayScope } from './stays.js';
import type { Subject } from './subject.js';

const own: ReadonlySet<string> = new Set(['rule', 'state']);

/** The legal clocks with a limit against the authorities, for the detentions in the scope. */
export const clock: Subject = {
  name: 'clock',
  source: 'stay',
  // One detention has many clocks: their states stand in one text, a line a clock. Detentions alike in all that is looked at are put together before.
  choose: ({ set: stays }, scope, reads) => {
    const chosen = stayScope(stays, scope);
    const looked = ['clocks', 'counted_least', 'counted_most', ...[...reads].filter((name) => !own.has(name))].map((name) => numbered(chosen.set.field(name).values));
    const alike = codesOf([...looked, { codes: chosen.sure, number: 2 }], chosen.set.count);
    const firsts = Int32Array.from(alike.firsts);
    const different = picked(chosen.set, firsts);
    const { lines, rules, states } = linesOf(different.field('clocks'));
    const places = eachAsOften(lines.map(({ length }) => length));
    const fields: Readonly<Record<string, Field>> = {
      rule: { values: Int32Array.from(lines.flat(), ([rule]) => rule), text: textFrom(rules.all) },
      state: { values: Int32Array.from(lines.flat(), ([, state]) => state), text: textFrom(states.all) },
    };
    const set = picked(different, places, (name) => fields[name]);
    return { set, sure: sureOf(sureOf(chosen.sure, firsts), places), times: valuesAt(timesOf(alike), places) };
  },
  record: 'detention',
  dimensions: [
    { id: 'rule', reads: () => ['rule'], stand: ([rule = '']) => only(rule), named: { by: 'rule' }, order: 'key' },
    { id: 'state', reads: () => ['state'], stand: ([state = '']) => only(state), ...{ named: { by: 'words', prefix: 'clock' }, order: ['exceeds', 'may_exceed', 'within', 'unknown'] } },
    byRegion('start_last'),
  ],
  measures: stayMeasures.filter(({ id }) => id === 'detained' || id === 'stays'),
  dated: true,
};

interface Lines {
  /** Of each record a rule and a state for each clock, as numbers. */
  readonly lines: readonly (readonly (readonly [rule: number, state: number])[])[];
  readonly rules: Texts;
  readonly states: Texts;
}

/** Each different text is read once. */
function linesOf({ values, text }: Field): Lines {
  const [rules, states] = [new Texts(), new Texts()];
  const known = new Map<number, [number, number][]>();
  const read = (value: number): [number, number][] => {
    const lines = known.get(value) ?? text(value).split('\n').filter(Boolean).map((line): [number, number] => {
      const [pack = '', rule = '', state = ''] = line.split(' ');
      return [rules.of(`${pack} ${rule}`), states.of(state)];
    });
    known.set(value, lines);
    return lines;
  };
  return { lines: Array.from(values, read), rules, states };
}
