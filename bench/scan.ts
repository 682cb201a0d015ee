import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { EntityManager } from 'typeorm';
import { migrations } from '../migrations/index.js';
import { buildApp } from '../src/app.js';
import { entities } from '../src/app.entities.js';
import { ChainedLedger } from '../src/audit/public.js';
import { RecomputeClocks } from '../src/clocks/public.js';
import { KnownPeople, SearchedText } from '../src/exposure/public.js';
import { Individual, individualKind } from '../src/individuals/public.js';
import { systemActor } from '../src/kernel/actor/public.js';
import { Keys } from '../src/kernel/crypto/public.js';
import { closeDatabase, createFile, openDatabase, rowsOf, UnitOfWork } from '../src/kernel/db/public.js';
import { Strongbox } from '../src/kernel/keyring/public.js';
import { Records } from '../src/kernel/record/public.js';
import { readSettings } from '../src/kernel/settings/public.js';
import { SystemClock } from '../src/kernel/time/public.js';
import { KeepFacts } from '../src/reports/public.js';
import { fillProduct } from './fill-product.js';
import { inventedNote } from './people.js';
import { Random } from './random.js';

/**
 * `node dist/bench/scan.js --people 10000`: a draft of some two thousand words looked through for everybody known, the first time, again, and
 * after one name changed; and how long others waited meanwhile.
 */
const { values } = parseArgs({ options: { people: { type: 'string', default: '10000' }, times: { type: 'string', default: '10' } } });
const people = Number(values.people);
const folder = mkdtempSync(join(tmpdir(), 'habeas-bench-'));
const file = join(folder, 'product.db');
const master = randomBytes(32);
const keys = Keys.of(master);
const random = new Random(7);
const text = Array.from({ length: 120 }, () => inventedNote(random)).join('\n');

try {
  createFile(file, keys.database);
  const actor = systemActor('bench');
  const empty = await openDatabase({ at: { file, key: keys.database }, entities, migrations });
  await empty.writer.runMigrations();
  await closeDatabase(empty);
  fillProduct(file, keys, people, actor.id, () => undefined);
  const database = await openDatabase({ at: { file, key: keys.database }, entities, migrations });
  const settings = readSettings({ HABEAS_DATA_DIR: folder, HABEAS_LOG: 'silent' });
  const app = await buildApp({ settings, keys, strongbox: Strongbox.inMemory(master), database, clock: new SystemClock(), ledger: new ChainedLedger(database.dialect) });
  await app.init();
  // The file was filled without its deadlines and facts; they are made at the first start, and that is not what is measured.
  await app.get(RecomputeClocks).settled();
  await app.get(KeepFacts).settled();
  const known = app.get(KnownPeople);
  const scan = async (): Promise<number> => {
    const searched = new SearchedText(text);
    let found = 0;
    for await (const one of known.all()) found += searched.find(one).length;
    return found;
  };
  const rename = async (): Promise<void> => {
    const records = app.get(Records);
    const [person] = await records.open(app.get(EntityManager), individualKind, await rowsOf(app.get(EntityManager), Individual, 'ORDER BY r.id LIMIT 1', {}));
    if (person) await app.get(UnitOfWork).run(actor, (work) => records.revise(work, individualKind, person, person.version, { names: [{ text: `Айгүл ${random.below(1e6)}`, kind: 'full', script: null }] }));
  };
  console.log(`\n${people} individuals, a text of ${text.split(/\s+/).length} words, ${cpus().length} cores, Node ${process.version}\n`);
  console.log('| | ms (median) | longest wait of others, ms |\n|---|---|---|');
  await told('everybody opened', async () => known.onModuleDestroy(), scan);
  await told('nothing changed since', () => Promise.resolve(), scan);
  await told('one name changed since', rename, scan);
  await app.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

async function told(name: string, before: () => Promise<void>, task: () => Promise<unknown>): Promise<void> {
  const took: number[] = [];
  const delay = monitorEventLoopDelay({ resolution: 1 });
  for (let time = 0; time < Number(values.times); time += 1) {
    await before();
    const from = performance.now();
    delay.enable();
    await task();
    delay.disable();
    took.push(performance.now() - from);
  }
  took.sort((a, b) => a - b);
  console.log(`| ${name} | ${(took[Math.floor(took.length / 2)] ?? 0).toFixed(0)} | ${(delay.max / 1e6).toFixed(0)} |`);
}
