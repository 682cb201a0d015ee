import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '../../src/kernel/actor/public.js';
import { filesIn, FileVault, SubjectVault } from '../../src/kernel/crypto/public.js';
import { migrations } from '../../migrations/index.js';
import { entities } from '../../src/app.entities.js';
import { Checkpoints, readHeadRow } from '../../src/audit/public.js';
import { NoteSigner } from '../../src/audit/signed-note.js';
import { evidenceKind } from '../../src/evidence/public.js';
import { closeDatabase, openDatabase, Reserve, run, UnitOfWork } from '../../src/kernel/db/public.js';
import type { Ground } from '../../src/kernel/kernel.module.js';
import { RecordRow, Records } from '../../src/kernel/record/public.js';
import { FixedClock, addDays, type Instant } from '../../src/kernel/time/public.js';
import { rights } from '../../src/launch/checks/database.js';
import { zones } from '../../src/launch/checks/machine.js';
import { examine } from '../../src/launch/public.js';
import { recordKinds } from '../../src/launch/record-kinds.js';
import { Accounts } from '../../src/staff/public.js';
import { TestApp } from '../support/app.js';
import { databases } from '../support/database.js';

interface Index {
  readonly name: string;
  readonly rootpage: number;
}

/** An administrator who wants to know whether all is well, and one who is told that it is not. */
describe.each(databases)('the examination, on %s', (name) => {
  let habeas: TestApp;
  let folder: string;
  const clock = new FixedClock('2026-11-24T08:00:00.000Z' as Instant);
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'habeas-examined-'));
    habeas = await TestApp.start(name, clock, true, { HABEAS_DATA_DIR: folder, HABEAS_LOG: 'silent' });
    const aigerim = await habeas.as('aigerim');
    for (const text of ['Айша', 'Данияр', 'Сәуле']) await aigerim.post('/api/v1/individuals', { names: [{ text, kind: 'full' }] });
    await habeas.audit();
  });
  afterAll(async () => {
    await habeas.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const found = async (ground: Ground = habeas.ground): Promise<string[]> => {
    const lines: string[] = [];
    for await (const { state, check, sentence } of examine(ground, habeas.app.get(Accounts))) lines.push(`${state} ${check}: ${sentence}`);
    return lines;
  };
  const bad = async (ground?: Ground): Promise<string[]> => (await found(ground)).filter((line) => line.startsWith('bad')).map((line) => line.replace(/^bad \w+: /, 'bad '));
  const query = <Row = unknown>(sql: string): Promise<Row[]> => habeas.ground.database.writer.query(sql) as Promise<Row[]>;

  it('finds nothing wrong where nothing is, and says what is weaker than it could be', async () => {
    const lines = await found();
    expect(lines.filter((line) => line.startsWith('bad'))).toEqual([]);
    expect(lines).toEqual(
      expect.arrayContaining([
        'ok database: The database is whole.',
        'ok schema: The tables are those of this version.',
        'ok sealed: Every sealed part opens: 3 records.',
        expect.stringMatching(/^warn people: \d administrators/),
        expect.stringMatching(/^warn settings: HABEAS_SECOND_FACTOR/),
        expect.stringMatching(/^warn settings: HABEAS_LOG=silent/),
        'warn backups: No backups are made: HABEAS_BACKUP_TO is not set.',
        expect.stringMatching(name === 'postgres' ? /^warn rights: .* is a superuser/ : /^ok rights: /),
      ]),
    );
    expect(lines.join()).not.toContain('Айша');
  });

  it('knows every kind of record there is', () => {
    const rows = habeas.ground.database.reader.entityMetadatas.map(({ target }) => target).filter((target) => typeof target === 'function' && target.prototype instanceof RecordRow);
    expect(new Set(recordKinds.map(({ row }) => row))).toEqual(new Set(rows));
  });

  it('sees a guard that is gone, and what was changed without it', async () => {
    const { dialect } = habeas.ground.database;
    await query(`DROP TRIGGER guard_audit_entry_update${name === 'postgres' ? ' ON audit_entry' : ''}`);
    const [before] = await query<{ act: string }>('SELECT act FROM audit_entry WHERE seq = 2');
    await query(`UPDATE audit_entry SET act = 'staff.listed' WHERE seq = 2`);
    expect(await bad()).toEqual([expect.stringMatching(/^bad The guards are gone .*: audit_entry\.$/), expect.stringMatching(/^bad The audit log does not hold: entry 2 /)]);
    await query(`UPDATE audit_entry SET act = '${before?.act}' WHERE seq = 2`);
    for (const statement of dialect.appendOnlyGuard('audit_entry')) await query(statement);
    expect(await bad()).toEqual([]);
  });

  it('sees tables that are not those of this version', async () => {
    await query('CREATE INDEX ix_individual_stray ON individual (region_code)');
    expect(await bad()).toEqual([expect.stringMatching(/^bad The tables are not those of this version \(1 /)]);
    await query('DROP INDEX ix_individual_stray');
  });

  it.each([
    ['none was made', [], /^bad No backup has been made yet/],
    ['the last one failed', [['backup.made', 0], ['backup.failed', 0]], /^bad The last backup failed/],
    ['the newest is old', [['backup.made', 0], ['', 9]], /^bad The newest backup is \d+ days old/],
    ['none was ever tried out', [['backup.made', 0]], /^bad The newest backup is 0 days old, and nobody has ever tried to restore one/],
  ] as const)('tells of backups when %s', async (_, story, sentence) => {
    const backup = { to: { kind: 'folder', path: folder }, every: 24 } as never;
    const ground = { ...habeas.ground, settings: { ...habeas.ground.settings, backup } };
    for (const [act, days] of story) {
      clock.set(addDays(clock.now(), days));
      clock.advance(1);
      if (act) await habeas.app.get(UnitOfWork).log([{ act, kind: 'backup', recordId: null, actor: systemActor('test'), at: clock.now() }]);
    }
    expect(await bad(ground)).toEqual([expect.stringMatching(sentence)]);
  });

  it('sees a kept file that was changed, or is gone', async () => {
    const { keys, clock: time } = habeas.ground;
    const vault = new FileVault(keys, new SubjectVault(keys), filesIn(folder));
    const taken = await vault.take((async function* () { yield Buffer.from('a picture of a bruise'); })(), time.now());
    await habeas.app.get(UnitOfWork).run(systemActor('test'), async (work) => {
      await vault.keep(work, taken, null);
      work.note({ act: 'instance.started', kind: 'instance', recordId: null });
    });
    expect(await bad()).toEqual([]);
    const file = join(filesIn(folder), taken.id);
    const bytes = readFileSync(file);
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(file, bytes);
    expect(await bad()).toEqual([expect.stringMatching(/^bad 1 of 1 kept files are missing or were changed/)]);
    rmSync(file);
    expect(await bad()).toEqual([expect.stringMatching(/^bad 1 of 1 kept files are missing or were changed/)]);
    await query('DELETE FROM file_key');
  });

  it('sees a file of evidence that is not what came in', async () => {
    const { keys } = habeas.ground;
    const vault = new FileVault(keys, new SubjectVault(keys), filesIn(folder));
    const [{ id: personId }] = (await query<{ id: string }>('SELECT id FROM individual ORDER BY id LIMIT 1')) as [{ id: string }];
    const taken = await vault.take((async function* () { yield Buffer.from('a protocol of two pages'); })(), clock.now());
    const about = { individualId: personId, detentionId: null, incidentId: null, caseId: null, originalId: null, sourceId: null, subject: personId };
    const file = { mediaType: 'application/pdf', size: taken.size, sha256: '0'.repeat(64), fileId: taken.id };
    const collected = { earliest: null, latest: null, precision: 'unknown', zone: null, asSaid: null } as never;
    await habeas.app.get(UnitOfWork).run(systemActor('test'), async (work) => {
      await vault.keep(work, taken, personId);
      await new Records(new SubjectVault(keys)).create(work, evidenceKind, { ...about, ...file, kind: 'protocol', collected, title: null, fileName: null, collector: null, method: null });
    });
    expect(await bad()).toEqual(['bad 1 of 1 files of evidence are not what came in, or are missing; bring the folder "files" from a backup.']);
    await query(`UPDATE evidence SET sha256 = '${taken.sha256}'`);
    expect(await bad()).toEqual([]);
  });

  it('sees that the last signed head of the log is gone, or that the log does not go on from it', async () => {
    await habeas.app.get(Checkpoints).make('minute');
    expect(await bad()).toEqual([]);
    const head = join(folder, 'log-head');
    const note = readFileSync(head, 'utf8');
    rmSync(head);
    expect(await bad()).toEqual([expect.stringMatching(/^bad .*log-head with the last signed head of the audit log is gone/)]);
    const { origin } = await readHeadRow(habeas.ground.database.reader.manager);
    writeFileSync(head, new NoteSigner(origin, habeas.ground.keys.logSeed).sign({ origin, size: 2, root: Buffer.alloc(32, 1) }));
    expect(await bad()).toEqual([expect.stringMatching(/^bad The audit log in the database is not the one whose first 2 entries were signed here/)]);
    writeFileSync(head, note);
    expect(await bad()).toEqual([]);
  });

  it('sees a folder that others may open, too little room, and time zones that are too old', async () => {
    chmodSync(folder, 0o755);
    expect(await bad()).toEqual([expect.stringMatching(/^bad Others on this machine may read or open: /)]);
    chmodSync(folder, 0o700);
    const ground = { ...habeas.ground, database: { ...habeas.ground.database, reserve: Reserve.in(folder) } };
    expect(await bad(ground)).toEqual([expect.stringMatching(/^bad .* too little to keep room for the log/)]);
    expect([zones().state, zones(() => 360).state]).toEqual(['ok', 'bad']);
  });

  it('counts records that somebody changed in the database', async () => {
    const { manager } = habeas.ground.database.writer;
    const [one] = (await manager.query('SELECT id, sealed FROM individual ORDER BY id LIMIT 1')) as { id: string; sealed: string }[];
    const changed = `${one?.sealed.slice(0, -8)}AAAAAAA=`;
    await run(manager, 'UPDATE individual SET sealed = :changed WHERE id = :id', { changed, id: one?.id });
    expect(await bad()).toEqual(['bad 1 of 4 records do not open with their key: they were changed outside, or come from another instance.']);
    await run(manager, 'UPDATE individual SET sealed = :sealed WHERE id = :id', { sealed: one?.sealed, id: one?.id });
    expect(await bad()).toEqual([]);
  });

  it('sees a clock that was put back', async () => {
    clock.advance(-20 * 24 * 60);
    expect(await bad()).toEqual([expect.stringMatching(/^bad The clock of this machine \(.*Z\) is behind the newest entry of the log/)]);
    clock.advance(20 * 24 * 60);
  });

  if (name === 'postgres') {
    it('sees an account that owns the tables it must not change, and is content with one that does not', async () => {
      const role = `habeas_examined_${process.pid}`;
      await query(`CREATE ROLE ${role} LOGIN PASSWORD 'nine slow trams'`);
      await query(`GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${role}`);
      const { url } = habeas.ground.database.writer.options as { url: string };
      const own = await openDatabase({ at: { url: url.replace(/\/\/[^@]+@/, `//${role}:${encodeURIComponent('nine slow trams')}@`) }, entities, migrations });
      try {
        expect(await rights(own)).toMatchObject({ state: 'ok' });
        await query(`ALTER TABLE audit_entry OWNER TO ${role}`);
        expect(await rights(own)).toMatchObject({ state: 'warn', sentence: expect.stringMatching(/owns audit_entry and could take their guards away/) });
      } finally {
        await closeDatabase(own);
        await query('ALTER TABLE audit_entry OWNER TO CURRENT_USER');
        await query(`DROP OWNED BY ${role}`);
        await query(`DROP ROLE ${role}`);
      }
    });
  }

  if (name === 'sqlite') {
    it('sees a damaged database: here two indexes whose pages are in each other\'s place', async () => {
      const { databaseConnection: raw } = (habeas.ground.database.writer as unknown as { driver: { databaseConnection: { unsafeMode(on: boolean): void; exec(sql: string): void } } }).driver;
      const [one, other] = (await query(`SELECT name, rootpage FROM sqlite_master WHERE type = 'index' AND tbl_name = 'individual' AND sql IS NOT NULL ORDER BY name LIMIT 2`)) as [Index, Index];
      const put = (pages: readonly (readonly [string, number])[]): void => {
        raw.unsafeMode(true);
        const updates = pages.map(([index, page]) => `UPDATE sqlite_master SET rootpage = ${page} WHERE name = '${index}';`);
        raw.exec(`PRAGMA writable_schema = ON; BEGIN; ${updates.join(' ')} COMMIT; PRAGMA writable_schema = RESET;`);
        raw.unsafeMode(false);
      };
      put([[one.name, other.rootpage], [other.name, one.rootpage]]);
      expect((await found()).filter((line) => line.startsWith('bad database'))).toEqual(['bad database: The database is damaged (1 tables: individual); restore it from a backup.']);
      put([[one.name, one.rootpage], [other.name, other.rootpage]]);
      expect(await bad()).toEqual([]);
    });

    it('sees rows that point nowhere', async () => {
      await query('PRAGMA foreign_keys = OFF');
      const [key] = await query<{ table: string; column: string }>(
        `SELECT m.name AS "table", f."from" AS "column" FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.name = 'name_token'`,
      );
      await query(`UPDATE name_token SET ${key?.column} = 'nowhere-' || ${key?.column} WHERE rowid = 1`);
      expect(await bad()).toEqual([expect.stringMatching(/^bad Rows point to rows that are not there, in: name_token/)]);
      await query(`UPDATE name_token SET ${key?.column} = substr(${key?.column}, 9) WHERE rowid = 1`);
      await query('PRAGMA foreign_keys = ON');
      expect(await bad()).toEqual([]);
    });
  }
});
