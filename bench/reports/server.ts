import 'reflect-metadata';
import { existsSync, mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { migrations } from '../../migrations/index.js';
import type { StaffRole } from '../../src/access/public.js';
import { buildApp } from '../../src/app.js';
import { entities } from '../../src/app.entities.js';
import { ChainedLedger } from '../../src/audit/public.js';
import { RecomputeClocks } from '../../src/clocks/public.js';
import { systemActor } from '../../src/kernel/actor/public.js';
import { Keys } from '../../src/kernel/crypto/public.js';
import { createFile, migrate, openDatabase, UnitOfWork } from '../../src/kernel/db/public.js';
import { Strongbox } from '../../src/kernel/keyring/public.js';
import { readSettings } from '../../src/kernel/settings/public.js';
import { SystemClock } from '../../src/kernel/time/public.js';
import { KeepFacts } from '../../src/reports/public.js';
import { Accounts } from '../../src/staff/public.js';
import { openedSession } from '../opened-session.js';
import { madeRows, READER } from './fill.js';
import { PLAIN_TABLE } from './plain-fact.js';
import { putAll } from './put-all.js';

/** The product as it is served, on a database that is filled when it is empty: `server FILE-OR-ADDRESS MASTER PEOPLE`. Its own process. */
const [place = '', master = '', people = ''] = process.argv.slice(2);
const secret = Buffer.from(master, 'hex');
const keys = Keys.of(secret);
const embedded = !place.includes('://');
if (embedded && !existsSync(place)) createFile(place, keys.database);
const database = await openDatabase({ at: embedded ? { file: place, key: keys.database } : { url: place }, entities, migrations });
await migrate(database);
// Beside the database of the bench, never beside that of an instance: the last signed head of the log lies there.
const folder = embedded ? dirname(place) : mkdtempSync(join(tmpdir(), 'habeas-bench-'));
const settings = readSettings({ HABEAS_DATA_DIR: folder, HABEAS_LOG: 'error', HABEAS_SECOND_FACTOR: 'offered', HABEAS_RECORDS_AN_HOUR: '0', HABEAS_NEW_DEVICE_HOURS: '0' });
const app = await buildApp({ settings, keys, strongbox: Strongbox.inMemory(secret), database, clock: new SystemClock(), ledger: new ChainedLedger(database.dialect) });
await app.listen(0, '127.0.0.1');
// What is derived is made of nothing here, and then filled with the rest: making it anew is not what is measured.
await app.get(RecomputeClocks).settled();
await app.get(KeepFacts).settled();
const [{ n }] = (await database.reader.query('SELECT COUNT(*) AS n FROM detention')) as [{ n: number | string }];
const from = performance.now();
if (Number(n) === 0) await database.writer.query(PLAIN_TABLE);
const filled = Number(n) > 0 ? Number(n) : await putAll(database, madeRows(Number(people), keys));
if (Number(n) === 0) process.stderr.write(`filled in ${((performance.now() - from) / 1000).toFixed(0)} s\n`);

const work = app.get(UnitOfWork);
const signedIn = async (role: StaffRole): Promise<{ id: string; token: string }> => {
  const account = { signInName: `bench-${role}-${Date.now()}`, name: 'Bench', role, language: 'en', expiresAt: null } as const;
  const { id } = await app.get(Accounts).create(systemActor('test'), account);
  return { id, token: await openedSession(work, id) };
};
const [manager, caseworker] = [await signedIn('manager'), await signedIn('caseworker')];
await work.touch((writer) => writer.query(`UPDATE circle_member SET staff_id = '${manager.id}' WHERE staff_id = '${READER}'`));
const { port } = app.getHttpServer().address() as AddressInfo;
process.send?.({ port, tokens: [manager.token, caseworker.token], detentions: filled, database: database.dialect.name });
process.on('SIGTERM', () => process.exit(0));
