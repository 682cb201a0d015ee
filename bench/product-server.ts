import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { migrations } from '../migrations/index.js';
import { buildApp } from '../src/app.js';
import { entities } from '../src/app.entities.js';
import { ChainedLedger } from '../src/audit/public.js';
import { RecomputeClocks } from '../src/clocks/public.js';
import { systemActor } from '../src/kernel/actor/public.js';
import { Keys } from '../src/kernel/crypto/public.js';
import { openDatabase, UnitOfWork } from '../src/kernel/db/public.js';
import { Strongbox } from '../src/kernel/keyring/public.js';
import { readSettings } from '../src/kernel/settings/public.js';
import { SystemClock } from '../src/kernel/time/public.js';
import { KeepFacts } from '../src/reports/public.js';
import { Accounts } from '../src/staff/public.js';
import { openedSession } from './opened-session.js';

/** The product as it is served, on a filled file, with one caseworker signed in. Its own process: `product-server FILE MASTER`. */
const [file = '', master = ''] = process.argv.slice(2);
const secret = Buffer.from(master, 'hex');
const keys = Keys.of(secret);
const database = await openDatabase({ at: { file, key: keys.database }, entities, migrations });
// Beside the file of the bench, never beside that of an instance: the last signed head of the log lies there.
const settings = readSettings({ HABEAS_DATA_DIR: dirname(file), HABEAS_LOG: 'error', HABEAS_SECOND_FACTOR: 'offered', HABEAS_RECORDS_AN_HOUR: '0' });
const clock = new SystemClock();
const app = await buildApp({ settings, keys, strongbox: Strongbox.inMemory(secret), database, clock, ledger: new ChainedLedger(database.dialect) });
await app.listen(0, '127.0.0.1');
// The file was filled without its deadlines and facts; they are made at the first start, and that is not what is measured.
const from = performance.now();
await app.get(RecomputeClocks).settled();
await app.get(KeepFacts).settled();
process.stderr.write(`deadlines and facts made in ${((performance.now() - from) / 1000).toFixed(1)} s\n`);

const account = { signInName: 'bench', name: 'Bench', role: 'caseworker', language: 'en', expiresAt: null } as const;
const { id: staffId } = await app.get(Accounts).create(systemActor('test'), account);
const token = await openedSession(app.get(UnitOfWork), staffId);
const { port } = app.getHttpServer().address() as AddressInfo;
process.send?.({ port, token });
process.on('SIGTERM', () => process.exit(0));
process.on('message', (message) => {
  if (message === 'memory') process.send?.({ memory: process.memoryUsage().rss });
});
