import { only } from './dimension.js';
import { byRegion } from './region-members.js';
import { stayMeasures, stayScope, stayTables, surelyIn } from './stays.js';
import type { Group, Subject } from './subject.js';

/** One detention has many clocks: its states stand in one text, a line a clock. */
const explode = (group: Group): Group[] => {
  const [states = ''] = group.keys;
  return states.split('\n').filter(Boolean).map((line) => {
    const [pack = '', rule = '', state = ''] = line.split(' ');
    return { ...group, keys: [`${pack} ${rule}`, state] };
  });
};

/** The legal clocks with a limit against the authorities, for the detentions in the scope. */
export const clock: Subject = {
  name: 'clock',
  from: (reach, _scope, asked) => `${stayTables(reach, asked)} JOIN clock_states k ON k.detention_id = d.id`,
  where: (reach, scope) => [`k.states <> ''`, ...stayScope(reach, scope)],
  sure: surelyIn,
  record: { column: 'd.id', kind: 'detention' },
  always: ['k.states'],
  explode,
  dimensions: [
    { id: 'rule', keys: () => [], stand: ([rule = '']) => only(rule), named: { by: 'rule' }, order: 'key' },
    {
      id: 'state',
      keys: () => [],
      stand: ([, state = '']) => only(state),
      ...{ named: { by: 'words', prefix: 'clock' }, order: ['exceeds', 'may_exceed', 'within', 'unknown'] },
    },
    { ...byRegion('d.region_code', 'f.start_last') },
  ],
  measures: stayMeasures.filter(({ id }) => id === 'detained' || id === 'stays'),
  dated: true,
};
