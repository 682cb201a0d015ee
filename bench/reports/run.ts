import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { EntityManager } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import { Reach, roles } from '../../src/access/public.js';
import { entities } from '../../src/app.entities.js';
import { HOME_TEAM, systemActor, type Actor } from '../../src/kernel/actor/public.js';
import { closeDatabase, createFile, openDatabase, type OpenDatabase } from '../../src/kernel/db/public.js';
import { SystemClock } from '../../src/kernel/time/public.js';
import { CountRecords, questionOf, reportPlans, scopeOf, spread } from '../../src/reports/public.js';
import { madeRows, type Row } from './fill.js';
import { plain } from './plain.js';

/**
 * `node dist/bench/reports/run.js --people 100000 [--url postgres://…]`: every table of every built-in report, as a manager's reach has it, and
 * beside it the plain aggregate of the same tables, by turns in one run. With an address the database there is filled: give an empty one.
 */
const { values } = parseArgs({ options: { people: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '3' }, url: { type: 'string' } } });

const folder = mkdtempSync(join(tmpdir(), 'habeas-bench-'));
const key = randomBytes(32).toString('hex');
const file = join(folder, 'figures.db');
if (!values.url) createFile(file, key);
const open = await openDatabase({ at: values.url ? { url: values.url } : { file, key }, entities, migrations });
try {
  await open.writer.runMigrations();
  const from = performance.now();
  const filled = await fill(open, Number(values.people));
  await open.writer.query('ANALYZE');
  console.log(`${filled.get('detention')} detentions on ${open.dialect.name}, filled in ${((performance.now() - from) / 1000).toFixed(0)} s; ${cpus().length} cores, Node ${process.version}, best of ${values.rounds}\n`);
  await measure(open.reader.manager);
} finally {
  await closeDatabase(open);
  rmSync(folder, { recursive: true, force: true });
}

async function fill({ writer }: OpenDatabase, people: number): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const waiting = new Map<string, Row[]>();
  const runner = writer.createQueryRunner();
  const put = async (table: string): Promise<void> => {
    const rows = waiting.get(table) ?? [];
    const [columns, cells] = [Object.keys(rows[0] ?? {}), rows.flatMap((row) => Object.values(row))];
    if (rows.length === 0) return;
    const dollars = open.dialect.name === 'postgres';
    const places = rows.map((_, n) => `(${columns.map((_, c) => (dollars ? `$${n * columns.length + c + 1}` : '?')).join(', ')})`);
    const bound = dollars ? cells : cells.map((cell) => (typeof cell === 'boolean' ? Number(cell) : cell));
    await runner.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${places.join(', ')}`, bound);
    waiting.set(table, []);
  };
  await runner.query('BEGIN');
  for (const [table, row] of madeRows(people)) {
    const rows = waiting.get(table) ?? [];
    waiting.set(table, rows);
    rows.push(row);
    counts.set(table, (counts.get(table) ?? 0) + 1);
    if (rows.length >= 400) for (const each of ['individual', 'detention', 'detention_fact', 'clock_states', 'detention_event']) await put(each);
  }
  for (const each of ['individual', 'detention', 'detention_fact', 'clock_states', 'detention_event']) await put(each);
  await runner.query('COMMIT');
  await runner.release();
  return counts;
}

/** A manager of the team everything belongs to. */
function manager(): Actor {
  const { permissions, reads, writes } = roles.manager;
  return { ...systemActor('test'), id: 'bench', role: 'manager', teamId: HOME_TEAM, permissions: new Set(permissions), fieldClasses: new Set(reads), writeClasses: new Set(writes) };
}

async function measure(reader: EntityManager): Promise<void> {
  const clock = new SystemClock();
  // A count needs of these only what says who reaches what, and the time.
  const reach = new Reach(undefined as never, { clock } as never, reader, undefined as never);
  const count = new CountRecords(reach, reader);
  const scope = scopeOf({}, { clock } as never);
  console.log('| report | table | figures ms | plain ms | ratio |\n|---|---|---|---|---|');
  for (const { id, sections } of reportPlans) {
    let first = true;
    for (const section of sections.filter(({ oneDay }) => !oneDay)) {
      const { question, rows, columns } = questionOf(section);
      const sql = first ? plain[id] : undefined;
      first = false;
      const [ours, theirs] = await byTurns(
        async () => spread(await count.groups(manager(), question, scope), [rows, columns], question.measures.length, scope),
        sql ? () => reader.query(sql) : null,
      );
      console.log(`| ${id} | ${section.id} | ${ours.toFixed(0)} | ${theirs === null ? '' : theirs.toFixed(0)} | ${theirs === null ? '' : (ours / theirs).toFixed(2)} |`);
    }
  }
}

/** The best of several rounds by turns: whatever else the machine does falls on both alike. */
async function byTurns(ours: () => Promise<unknown>, theirs: (() => Promise<unknown>) | null): Promise<[number, number | null]> {
  let [best, other]: [number, number | null] = [Infinity, null];
  for (let round = 0; round < Number(values.rounds); round += 1) {
    best = Math.min(best, await timed(ours));
    if (theirs) other = Math.min(other ?? Infinity, await timed(theirs));
  }
  return [best, other];
}

async function timed(task: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await task();
  return performance.now() - from;
}
