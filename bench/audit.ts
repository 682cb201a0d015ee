import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Checkpoints, compareHead, makeReceipt, readHeadRow, rebuildBlocks, trustedKeys, verifyChain, verifyRows, verifyVersions } from '../src/audit/public.js';
import { systemActor } from '../src/kernel/actor/public.js';
import { SubjectVault } from '../src/kernel/crypto/public.js';
import { Ledger, UnitOfWork, type LedgerEntry } from '../src/kernel/db/public.js';
import type { Ground } from '../src/kernel/kernel.module.js';
import { Records, type NewRecord } from '../src/kernel/record/public.js';
import { readSettings } from '../src/kernel/settings/public.js';
import { openInstance, recordKinds } from '../src/launch/public.js';
import { placeKind, type Place } from '../src/places/public.js';
import { Random } from './random.js';

/**
 * `node dist/bench/audit.js --entries 1000000 --writes 500`: what a log of that size costs to prove, to sign and to go
 * through, and what the log adds to a write, by turns with the same write without it, in one run.
 */
const { values } = parseArgs({ options: { entries: { type: 'string', default: '1000000' }, writes: { type: 'string', default: '500' } } });
const [entries, writes] = [Number(values.entries), Number(values.writes)];
const folder = mkdtempSync(join(tmpdir(), 'habeas-bench-'));
const actor = systemActor('bench');
const random = new Random(7);

/** Keeps nothing: the same write with it costs what a write costs without a log. */
class NoLedger extends Ledger {
  append(): Promise<void> {
    return Promise.resolve();
  }
}

try {
  const instance = await openInstance(readSettings({ HABEAS_DATA_DIR: join(folder, 'data'), HABEAS_KEY_FILE: join(folder, 'bench.key') }));
  const { ground } = instance;
  const cost = [await writeCost(ground, 'a log of its first entries')];
  const filled = await seconds(() => fill(ground));
  cost.push(await writeCost(ground, `a log of ${entries} entries`));
  const head = await Checkpoints.on(ground).make('proof');
  const { manager } = ground.database.reader;
  const { origin } = await readHeadRow(manager);
  const keys = await trustedKeys(manager, ground.keys, origin);
  const vault = new SubjectVault(ground.keys);
  const prove = await each(200, () => makeReceipt(manager, ground.keys, head, random.below(head.size), null));
  const witness = await each(50, () => compareHead(manager, { origin, size: 1 + random.below(head.size), root: Buffer.alloc(32) }));
  const sign = await each(20, async (n) => {
    await new UnitOfWork(ground.database, ground.ledger, ground.clock).log([entry(ground, n)]);
    return Checkpoints.on(ground).make('proof');
  });
  const walk = await seconds(() => verifyChain(manager, undefined, { keys }));
  const versions = await seconds(() => verifyVersions(manager, vault));
  const rows = await seconds(() => verifyRows(manager, vault, recordKinds));
  await ground.database.writer.query('DELETE FROM audit_block WHERE position % 2 = 0');
  const rebuild = await seconds(() => rebuildBlocks(ground, actor));
  const size = statSync(join(folder, 'data', 'habeas.db')).size;
  await instance.close();

  console.log(`\n${head.size} entries, database ${(size / 1e6).toFixed(0)} MB, filled in ${filled.toFixed(0)} s (${(entries / filled).toFixed(0)} entries a second), ${cpus().length} cores, Node ${process.version}\n`);
  console.log('| of one entry or head | median ms | p99 ms |\n|---|---|---|');
  for (const [name, times] of [['proof of one entry (receipt)', prove], ['a note of a witness compared', witness], ['an entry written and the head signed', sign]] as const) {
    console.log(`| ${name} | ${quantile(times, 0.5)} | ${quantile(times, 0.99)} |`);
  }
  console.log('\n| of the whole log | seconds | entries a second |\n|---|---|---|');
  for (const [name, took] of [['verify: entries, links, tree, signatures', walk], ['verify: versions against entries', versions], ['rebuild of every second block', rebuild]] as const) {
    console.log(`| ${name} | ${took.toFixed(1)} | ${(head.size / took).toFixed(0)} |`);
  }
  console.log(`\n${4 * writes} records against their newest version: ${rows.toFixed(2)} s\n`);
  console.log('| one record written, one after the other | with the log /s | without /s | ratio |\n|---|---|---|---|');
  for (const { name, logged, plain } of cost) console.log(`| ${name} | ${(1 / logged).toFixed(0)} | ${(1 / plain).toFixed(0)} | ${(plain / logged).toFixed(2)} |`);
  console.log(`\nMemory at the end: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Through the ledger itself, thousands of entries a transaction, without waiting for the disk: filling is not what is measured. */
async function fill(ground: Ground): Promise<void> {
  const { writer } = ground.database;
  await writer.query('PRAGMA synchronous = OFF');
  for (let done = 0; done < entries; done += 5000) {
    const some = Array.from({ length: Math.min(5000, entries - done) }, (_, n) => entry(ground, done + n));
    await writer.transaction((manager) => ground.ledger.append(manager, some));
    process.stderr.write(`\r${done + some.length} entries`);
  }
  await writer.query('PRAGMA synchronous = FULL');
  process.stderr.write('\r\x1b[K');
}

function entry(ground: Ground, n: number): LedgerEntry {
  const reading = { act: 'individual.seen', kind: 'individual', recordId: randomUUID(), fields: ['names', 'born', 'occupation'] };
  return { ...reading, facts: { view: 'page', count: n % 50 }, actor, at: ground.clock.now() };
}

/** Seconds of one write each way, by turns of ten. Both make the row, its version and the commitments; one keeps the entry. */
async function writeCost(ground: Ground, name: string): Promise<{ name: string; logged: number; plain: number }> {
  const records = new Records(new SubjectVault(ground.keys));
  const stories = [ground.ledger, new NoLedger()].map((ledger) => new UnitOfWork(ground.database, ledger, ground.clock));
  const spent = [0, 0];
  for (let turn = 0; turn < writes / 10; turn += 1) {
    for (const [n, work] of stories.entries()) {
      spent[n] = (spent[n] ?? 0) + (await seconds(async () => {
        for (let one = 0; one < 10; one += 1) await work.run(actor, (story) => records.create(story, placeKind, place()));
      }));
    }
  }
  return { name, logged: (spent[0] ?? 0) / writes, plain: (spent[1] ?? 0) / writes };
}

function place(): NewRecord<Place, object> {
  const name = `Department ${randomUUID()}`;
  const unknown = { kindWords: null, nameRu: null, nameKk: null, authorityKind: null, address: null, validFrom: null, validTo: null };
  return { kind: 'police_department', regionCode: 'KZ-75', zone: 'Asia/Almaty', name, nameKey: name.toLowerCase(), aliases: [], ...unknown };
}

async function seconds(task: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await task();
  return (performance.now() - from) / 1000;
}

/** Milliseconds of each time. */
async function each(times: number, task: (n: number) => Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  for (let n = 0; n < times; n += 1) took.push((await seconds(() => task(n))) * 1000);
  return took.sort((a, b) => a - b);
}

function quantile(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
}
