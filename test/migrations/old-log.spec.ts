import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import { migrations } from '../../migrations/index.js';
import { entities } from '../../src/app.entities.js';
import { AuditBlock, ChainedLedger, verifyChain } from '../../src/audit/public.js';
import { systemActor } from '../../src/kernel/actor/public.js';
import { closeDatabase, createFile, openDatabase, run, UnitOfWork, type OpenDatabase } from '../../src/kernel/db/public.js';
import { leafHash } from '../../src/kernel/merkle/public.js';
import { SystemClock } from '../../src/kernel/time/public.js';
import { databases, testKeys } from '../support/database.js';
import { freshPostgres } from '../support/postgres.js';

const before = migrations.filter(({ name }) => Number(name.slice(-13)) < 1700000000013);
const entries = 600;

/** An entry of the first form, as the first releases wrote it. */
const oldLeaf = (seq: number, prev: string | null): string =>
  canonicalize({
    ...{ v: 1, seq, prev, t: '2026-11-24T08:00:00.000Z', actor: 'system:old', role: 'system', sess: null, act: 'instance.started', kind: 'instance' },
    ...{ id: null, ver: null, fields: [], facts: {}, ok: true, req: null },
  }) ?? '';

describe.each(databases)('a log from before the tree, on %s', (name) => {
  let folder: string;
  let at: { file: string; key: string } | { url: string };
  let gone: () => Promise<void> = () => Promise.resolve();
  let database: OpenDatabase;
  const written: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'habeas-old-log-'));
    if (name === 'sqlite') createFile(join(folder, 'old.db'), testKeys.database);
    const server = name === 'postgres' ? await freshPostgres() : null;
    if (server) gone = () => server.close();
    at = server ? { url: server.url } : { file: join(folder, 'old.db'), key: testKeys.database };
    const old = await openDatabase({ at, entities, migrations: before });
    await old.writer.runMigrations();
    let prev: string | null = null;
    await old.writer.transaction(async (manager) => {
      for (let seq = 0; seq < entries; seq += 1) {
        const leaf = oldLeaf(seq, prev);
        prev = leafHash(leaf).toString('hex');
        written.push(leaf);
        const into = 'INSERT INTO audit_entry (seq, leaf, hash, at, actor_id, act, kind, record_id, allowed)';
        await run(manager, `${into} VALUES (:seq, :leaf, :prev, '2026-11-24T08:00:00.000Z', :by, 'instance.started', 'instance', NULL, 1)`, { seq, leaf, prev, by: 'system:old' });
      }
      await run(manager, 'UPDATE audit_head SET size = :entries, last = :prev', { entries, prev });
    });
    await closeDatabase(old);
    database = await openDatabase({ at, entities, migrations });
    await database.writer.runMigrations({ transaction: 'each' });
  });
  afterAll(async () => {
    await closeDatabase(database);
    await gone();
    rmSync(folder, { recursive: true, force: true });
  });

  it('stays byte for byte and becomes the first leaves of the tree', async () => {
    const rows = (await database.reader.query('SELECT leaf FROM audit_entry ORDER BY seq')) as { leaf: string }[];
    expect(rows.map(({ leaf }) => leaf)).toEqual(written);
    expect(await verifyChain(database.reader.manager)).toEqual({ entries, firstFault: null, fault: null });
    expect(await database.reader.manager.count(AuditBlock)).toBe(2);
  });

  it('goes on in the new form, the first new entry naming the last old one', async () => {
    const work = new UnitOfWork(database, new ChainedLedger(database.dialect), new SystemClock());
    await work.run(systemActor('test'), (story) => Promise.resolve(story.note({ act: 'instance.started', kind: 'instance', recordId: null })));
    const [row] = (await database.reader.query(`SELECT leaf FROM audit_entry WHERE seq = ${entries}`)) as [{ leaf: string }];
    expect(JSON.parse(row.leaf)).toMatchObject({ v: 2, seq: entries, prev: leafHash(written.at(-1) ?? '').toString('hex'), log: expect.stringMatching(/^habeas\//) });
    expect((await verifyChain(database.reader.manager)).fault).toBeNull();
  });
});
