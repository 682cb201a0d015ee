import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import type { CountedStay } from '../src/publications/counted-stays.js';
import { offered } from '../src/publications/offered-dimensions.js';
import { publishedTables, type Frozen, type Plan } from '../src/publications/published-tables.js';
import { Random } from './random.js';

/**
 * `node dist/bench/publications.js --stays 150,1000,10000`: what may not stand in the tables of a publication is worked out, for a first publication of a year and for a second
 * one of its first half beside it; and how long others waited meanwhile.
 */
const { values } = parseArgs({ options: { stays: { type: 'string', default: '150,1000,10000' } } });
const random = new Random(5);
const members: Readonly<Record<string, readonly string[]>> = {
  region: ['KZ-75', 'KZ-75', 'KZ-75', 'KZ-71', 'KZ-71', 'KZ-79', 'KZ-35', 'KZ-27', 'KZ-10', ''],
  month: ['2021-01', '2021-01', '2021-01', '2021-02', '2021-03', '2021-04', '2021-05', '2021-06', '2021-07', '2021-08', '2021-09', '2021-10'],
  authority: ['police', 'police', 'riot_police', 'national_guard', ''],
  outcome: ['released_no_paper', 'released_with_protocol', 'released_with_protocol', 'fined', 'administrative_arrest', 'warned', ''],
  held: ['0-3h', '3-24h', '3-24h', '24-48h', '72h-10d', ''],
  sex: ['male', 'male', 'female', ''],
  age: ['18-24', '25-34', '25-34', '35-44', '45-59', ''],
};
const dimensions = offered.map(({ id }) => id);
const tables = [{ rows: 'region', columns: 'outcome' }, { rows: 'month', columns: null }, { rows: 'age', columns: 'sex' }, { rows: 'authority', columns: 'held' }];
const plan = (reference: string): Plan => ({ reference, tables, dimensions, threshold: 5, named: [] });

console.log('| detentions | publication | seconds | others waited at most, ms | figures | left out |\n|---|---|---|---|---|---|');
for (const number of values.stays.split(',').map(Number)) {
  const stays = Array.from({ length: number }, (_, n): CountedStay => ({ id: `d${n}`, person: `p${random.below(Math.ceil(number * 0.9))}`, mayBeNamed: false, members: dimensions.map((name) => random.of(members[name] ?? [''])) }) as CountedStay);
  const month = dimensions.indexOf('month');
  const half = stays.filter((one) => (one.members[month] ?? '') < '2021-06');
  const out: Frozen[] = [];
  for (const [name, own] of [['of a year', stays], ['of its first half, beside it', half]] as const) {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const from = performance.now();
    const made = await publishedTables(own, plan(name), out);
    const seconds = (performance.now() - from) / 1000;
    await new Promise((resolve) => setTimeout(resolve, 20));
    delay.disable();
    out.push(made.frozen);
    const figures = made.tables.flatMap((table) => Object.values(table.figures).flatMap((row) => Object.values(row)));
    console.log(`| ${[number, name, seconds.toFixed(1), (delay.max / 1e6).toFixed(0), figures.length, figures.filter((one) => one === null).length].join(' | ')} |`);
  }
}
