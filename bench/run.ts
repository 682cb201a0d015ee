import 'reflect-metadata';
import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrations } from '../migrations/index.js';
import { entities } from '../src/app.entities.js';
import { Keys } from '../src/kernel/crypto/public.js';
import { closeDatabase, createFile, openDatabase } from '../src/kernel/db/public.js';
import { fillProduct } from './fill-product.js';
import { fillReference } from './fill-reference.js';
import { load, summed, type Measured, type Shot } from './load.js';
import { Random } from './random.js';
import { madePeople } from './rows.js';

/** `npm run bench -- --people 10000 --seconds 3 --rounds 3 [--only write]`: product and reference by turns, in one run, on one machine. */
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '16' },
    only: { type: 'string', default: '' },
  },
});
const people = Number(values.people);
const options = { seconds: Number(values.seconds), connections: Number(values.connections) };

interface Scene {
  readonly name: string;
  readonly product: (n: number) => Shot;
  readonly reference: (n: number) => Shot;
}

const folder = mkdtempSync(join(tmpdir(), 'habeas-bench-'));
const master = randomBytes(32);
const keys = Keys.of(master);
const children: ChildProcess[] = [];
const files = { product: join(folder, 'product.db'), reference: join(folder, 'reference.db') };

try {
  await prepare();
  const product = await serve('product-server.js', [files.product, master.toString('hex')]);
  const reference = await serve('reference-server.js', [files.reference, keys.database]);
  console.log(`\n${people} individuals, ${options.connections} connections, ${values.rounds} rounds of ${options.seconds} s each, ${cpus().length} cores, Node ${process.version}\n`);
  console.log('| | product /s | reference /s | ratio | p50 ms | p99 ms | reference p99 ms |\n|---|---|---|---|---|---|---|');
  for (const scene of scenes().filter(({ name }) => name.includes(values.only))) {
    const [ours, theirs] = await byTurns(scene, product, reference);
    const cells = [ours.perSecond.toFixed(0), theirs.perSecond.toFixed(0), (ours.perSecond / theirs.perSecond).toFixed(2)];
    console.log(`| ${[scene.name, ...cells, ours.p50.toFixed(1), ours.p99.toFixed(1), theirs.p99.toFixed(1)].join(' | ')} |`);
  }
  const memory = await Promise.all([product, reference].map((server) => server.ask('memory')));
  console.log(`\nMemory after the run: product ${megabytes(memory[0])} MB, reference ${megabytes(memory[1])} MB`);
} finally {
  for (const child of children) child.kill();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

async function prepare(): Promise<void> {
  createFile(files.product, keys.database);
  const open = await openDatabase({ at: { file: files.product, key: keys.database }, entities, migrations });
  await open.writer.runMigrations();
  await closeDatabase(open);
  const from = performance.now();
  fillProduct(files.product, keys, people, 'system:bench', (done) => process.stderr.write(`\r${done} individuals`));
  fillReference(files.reference, keys.database, people);
  process.stderr.write(`\rfilled in ${((performance.now() - from) / 1000).toFixed(1)} s\n`);
}

function scenes(): Scene[] {
  const random = new Random(7);
  const some = [...sample()];
  const one = (): (typeof some)[number] => some[random.below(some.length)] as (typeof some)[number];
  const fields = (person: string) => ({ individualId: person, kind: 'containment', ground: 'Taken part in an unauthorised assembly' });
  const period = { kind: 'street_containment', account: 'observed', start: { said: '10.01.2021 10:30' }, end: { said: '10.01.2021 20:30' } };
  return [
    {
      name: 'one individual with detentions (JSON)',
      product: () => ({ method: 'GET', path: `/api/v1/individuals/${one().person}/detentions` }),
      reference: () => ({ method: 'GET', path: `/individuals/${one().person}` }),
    },
    {
      name: 'detention list, filtered and sorted (JSON, 50 rows)',
      product: () => ({ method: 'GET', path: '/api/v1/detentions?kind=containment&sort=-start' }),
      reference: () => ({ method: 'GET', path: '/list/containment' }),
    },
    {
      name: 'clocks board, nearest deadlines first (JSON, 50 rows)',
      product: () => ({ method: 'GET', path: '/api/v1/clocks' }),
      reference: () => ({ method: 'GET', path: '/board' }),
    },
    {
      name: 'the detention page (HTML)',
      product: () => ({ method: 'GET', path: `/detentions/${one().stay}` }),
      reference: () => ({ method: 'GET', path: `/page/${one().stay}` }),
    },
    {
      name: 'record a detention (write)',
      product: () => ({ method: 'POST', path: '/api/v1/detentions', body: JSON.stringify({ ...fields(one().person), periods: [period] }) }),
      reference: () => ({ method: 'POST', path: '/record', body: JSON.stringify(fields(one().person)) }),
    },
  ];
}

function* sample(): Generator<{ person: string; stay: string }> {
  for (const person of madePeople(Math.min(people, 5000))) {
    const stay = person.detentions[0];
    if (stay) yield { person: person.id, stay: stay.id };
  }
}

interface Served {
  readonly port: number;
  readonly headers: Record<string, string>;
  ask(what: string): Promise<number>;
}

function serve(script: string, args: string[]): Promise<Served> {
  const child = fork(join(import.meta.dirname, script), args, { stdio: 'inherit' });
  children.push(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
    child.once('message', (said: { port: number; token?: string }) => {
      const headers: Record<string, string> = said.token ? { Cookie: `habeas_session=${said.token}` } : {};
      const ask = (what: string): Promise<number> =>
        new Promise((answer) => {
          child.once('message', (told: { memory: number }) => answer(told.memory));
          child.send(what);
        });
      child.removeAllListeners('exit');
      resolve({ port: said.port, headers, ask });
    });
  });
}

/** A short warm-up, then rounds by turns, so that whatever else the machine does falls on both alike. */
async function byTurns(scene: Scene, product: Served, reference: Served): Promise<[Measured, Measured]> {
  const times: [number[], number[]] = [[], []];
  const warm = { ...options, seconds: 1 };
  await load(product.port, scene.product, { ...warm, headers: product.headers });
  await load(reference.port, scene.reference, { ...warm, headers: reference.headers });
  for (let round = 0; round < Number(values.rounds); round += 1) {
    times[0].push(...(await load(product.port, scene.product, { ...options, headers: product.headers })).times);
    times[1].push(...(await load(reference.port, scene.reference, { ...options, headers: reference.headers })).times);
  }
  const seconds = Number(values.rounds) * options.seconds;
  return [summed(times[0], seconds), summed(times[1], seconds)];
}

function megabytes(bytes: number | undefined): string {
  return ((bytes ?? 0) / 1e6).toFixed(0);
}
