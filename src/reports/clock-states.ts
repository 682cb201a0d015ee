import { only } from './dimension.js';
import { eachAsOften, picked, sureOf, textFrom, Texts, type Field } from './record-set.js';
import { byRegion } from './region-members.js';
import { stayMeasures, stayScope } from './stays.js';
import type { Subject } from './subject.js';

/** Rules and states as numbers of two lists, of each different text of clocks. */
interface Lines {
  readonly rules: readonly number[];
  readonly states: readonly number[];
}

/** The legal clocks with a limit against the authorities, for the detentions in the scope. */
export const clock: Subject = {
  name: 'clock',
  source: 'stay',
  // One detention has many clocks: their states stand in one text, a line a clock, and detentions alike have the same text.
  choose: ({ set: stays }, scope) => {
    const { set, sure } = stayScope(stays, scope);
    const { values, text } = set.field('clocks');
    const [rules, states] = [new Texts(), new Texts()];
    const read = new Map<number, Lines>();
    const own = Array.from({ length: set.count }, (_, record) => linesOf(values[record] ?? 0, text, { rules, states, read }));
    const places = eachAsOften(own.map((lines) => lines.rules.length));
    const [rule, state] = [new Int32Array(places.length), new Int32Array(places.length)];
    let at = 0;
    for (const lines of own) {
      rule.set(lines.rules, at);
      state.set(lines.states, at);
      at += lines.rules.length;
    }
    const fields: Readonly<Record<string, Field>> = { rule: { values: rule, text: textFrom(rules.all) }, state: { values: state, text: textFrom(states.all) } };
    return { set: picked(set, places, (name) => fields[name]), sure: sureOf(sure, places) };
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

interface Reading {
  readonly rules: Texts;
  readonly states: Texts;
  readonly read: Map<number, Lines>;
}

function linesOf(value: number, text: Field['text'], { rules, states, read }: Reading): Lines {
  const known = read.get(value);
  if (known) return known;
  const parts = text(value).split('\n').filter(Boolean).map((line) => line.split(' '));
  const lines = { rules: parts.map(([pack, rule]) => rules.of(`${pack} ${rule}`)), states: parts.map(([, , state = '']) => states.of(state)) };
  read.set(value, lines);
  return lines;
}
