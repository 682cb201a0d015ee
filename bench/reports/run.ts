import 'reflect-metadata';
import { fork, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrations } from '../../migrations/index.js';
import { entities } from '../../src/app.entities.js';
import { Keys } from '../../src/kernel/crypto/public.js';
import { closeDatabase, openDatabase } from '../../src/kernel/db/public.js';
import { reportPlans, type SectionPlan } from '../../src/reports/public.js';
import { fire, summed } from '../load.js';
import { plainSql } from './plain.js';

/**
 * `npm run bench -- reports --people 100000 [--url postgres://…] [--keep FOLDER]`: every built-in report whole, as a manager asks for it over the network, and
 * beside it the plain aggregates of its tables, by turns in one run; then how long a write waits while reports are made one after the other. With an address
 * the database there is filled: give an empty one. A folder that is kept is filled once.
 */
const { values } = parseArgs({
  options: { people: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '3' }, url: { type: 'string' }, keep: { type: 'string' }, only: { type: 'string' } },
});

const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'habeas-bench-'));
if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
// The same every time, so that a kept folder opens again. It guards nothing.
const secret = createHash('sha256').update('bench').digest();
const place = values.url ?? join(folder, 'figures.db');
const server = await serve([place, secret.toString('hex'), values.people]);
const { database, detentions, port } = server;
const beside = await openDatabase({ at: values.url ? { url: values.url } : { file: place, key: Keys.of(secret).database }, entities, migrations });
// No connection is kept: the server lets an idle one go while the plain statements run.
const agent = new Agent({ keepAlive: false });
try {
  console.log(`${detentions} detentions on ${database}, ${cpus().length} cores, Node ${process.version}, best of ${values.rounds}; milliseconds\n`);
  console.log('| report | tables | report | plain | ratio | its page | with the period before | plain | ratio |\n|---|---|---|---|---|---|---|---|---|');
  const compared = reportPlans.filter((one) => !values.only || one.id === values.only);
  await warm(compared.map(({ id }) => id));
  for (const { id, sections } of compared) await compare(id, sections);
  await theDay();
  await writesBeside();
} finally {
  agent.destroy();
  await closeDatabase(beside);
  server.child.kill();
  if (!values.keep) rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

/** A server that has run for a minute: the very first reports take longer, while their program is still read and compiled. */
async function warm(ids: readonly string[]): Promise<void> {
  for (let round = 0; round < 3; round += 1) for (const id of ids) await get(`/api/v1/reports/${id}`);
}

/** All there is; then the later half, and with it the half before. */
async function compare(id: string, sections: readonly SectionPlan[]): Promise<void> {
  const tables = sections.filter(({ oneDay }) => !oneDay);
  const halves = [['2023-07-01', '2025-12-31'], ['2021-01-01', '2023-06-30']] as const;
  const api = `/api/v1/reports/${id}`;
  const plain = (periods: readonly (readonly [string, string] | null)[]) => async (): Promise<void> => {
    for (const period of periods) for (const table of tables) await beside.reader.query(plainSql(table, period));
  };
  const [whole, theirs, page] = await byTurns([() => get(api), plain([null]), () => get(`/reports/${id}`)]);
  const [compared, twice] = await byTurns([() => get(`${api}?from=${halves[0][0]}&to=${halves[0][1]}&compare=before`), plain(halves)]);
  const cells = [whole, theirs, ratio(whole, theirs), page, compared, twice, ratio(compared, twice)].map((one) => (typeof one === 'number' ? one.toFixed(0) : one));
  console.log(`| ${[id, tables.length, ...cells].join(' | ')} |`);
}

/** The report of a day, of the day with most detentions, as it is asked for: with all its tables and the period before. */
async function theDay(): Promise<void> {
  const day = '2021-01-07';
  const sections = reportPlans.find(({ id }) => id === 'day')?.sections ?? [];
  const plain = async (): Promise<void> => {
    for (const table of sections) await beside.reader.query(plainSql(table, [day, day]));
  };
  const asked = `day?from=${day}&to=${day}`;
  const [whole, theirs, page, compared] = await byTurns([() => get(`/api/v1/reports/${asked}`), plain, () => get(`/reports/${asked}`), () => get(`/api/v1/reports/${asked}&compare=before`)]);
  const told = [whole, theirs, page, compared].map((one = 0) => one.toFixed(0));
  console.log(`\nThe report of one day with its ${sections.length} tables: ${told[0]} ms (plain ${told[1]}), its page ${told[2]}, with the day before ${told[3]}.`);
}

function ratio(ours = 0, theirs = 0): string {
  return (ours / theirs).toFixed(2);
}

/** The best of several rounds by turns: whatever else the machine does falls on all alike. */
async function byTurns(tasks: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const best = tasks.map(() => Infinity);
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const [n, task] of tasks.entries()) {
      const from = performance.now();
      await task();
      best[n] = Math.min(best[n] ?? Infinity, performance.now() - from);
    }
  }
  return best;
}

/** Somebody records people one after the other: alone, and while somebody else makes one report after the other. */
async function writesBeside(): Promise<void> {
  const write = (): Promise<void> => fire(agent, port, { method: 'POST', path: '/api/v1/individuals', body: JSON.stringify({ names: [{ text: 'Invented Name' }], regionCode: 'KZ-75' }) }, server.caseworker);
  const writes = async (until: () => boolean): Promise<readonly number[]> => {
    const times: number[] = [];
    while (!until()) {
      const from = performance.now();
      await write();
      times.push(performance.now() - from);
    }
    return times;
  };
  const end = performance.now() + 5000;
  const alone = summed(await writes(() => performance.now() > end), 5);
  let made = false;
  const reports = (async () => {
    for (const { id } of reportPlans) await get(`/api/v1/reports/${id}`);
    made = true;
  })();
  const [beside] = [summed(await writes(() => made), 1)];
  await reports;
  const said = ({ p50, p99, times }: typeof alone): string => `p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)}, longest ${Math.max(...times).toFixed(1)} ms of ${times.length}`;
  console.log(`\nOne write after the other: ${said(alone)}; while all reports are made: ${said(beside)}.`);
}

function get(path: string): Promise<void> {
  return fire(agent, port, { method: 'GET', path }, server.manager);
}

interface Served {
  readonly child: ChildProcess;
  readonly port: number;
  readonly database: string;
  readonly detentions: number;
  readonly manager: Record<string, string>;
  readonly caseworker: Record<string, string>;
}

function serve(args: readonly string[]): Promise<Served> {
  const child = fork(join(import.meta.dirname, 'server.js'), args, { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    child.once('message', ({ tokens, ...said }: { port: number; tokens: readonly [string, string]; detentions: number; database: string }) => {
      const cookie = (token: string): Record<string, string> => ({ Cookie: `habeas_session=${token}` });
      resolve({ child, manager: cookie(tokens[0]), caseworker: cookie(tokens[1]), ...said });
    });
  });
}
