import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AuditEntry, verifyChain } from '../../src/audit/public.js';
import { systemActor } from '../../src/kernel/actor/public.js';
import { SubjectKey, SubjectVault } from '../../src/kernel/crypto/public.js';
import { rowsOf, UnitOfWork } from '../../src/kernel/db/public.js';
import type { Problem } from '../../src/kernel/errors/public.js';
import { erase, Erasure, type ErasedBy } from '../../src/kernel/record/public.js';
import { Individual, RecordIndividual } from '../../src/individuals/public.js';
import { restoreInstance, tryBackup } from '../../src/launch/public.js';
import { BackupReader, checkBackup, chooseBackup, MakeBackup, openKeys, openStore, readManifests, type Manifest } from '../../src/safekeeping/public.js';
import { databases, type DatabaseName } from '../support/database.js';
import { Machine, type Started } from '../support/instance.js';
import { contentOf } from './content-of.js';

/** All but the log, which goes on (with a key for the reason of the restore), and what a start works out anew. The restore itself compares these. */
const goesOn = ['audit_entry', 'audit_head', 'audit_checkpoint', 'audit_block', 'audit_opening', 'subject_key', 'clock_basis'];

/** An office that backs up to a stick, a stick that falls into other hands, and a day on which everything has to come back. */
describe.each(databases)('a backup made on %s', (name) => {
  const machine = new Machine();
  const other: DatabaseName = name === 'sqlite' ? 'postgres' : 'sqlite';
  const stick = machine.at('stick');
  let [office, identity]: [Started, string] = [undefined as never, ''];

  const record = (text: string): Promise<string> => office.app.get(RecordIndividual).run(systemActor('test'), { names: [{ text, kind: 'full' }] } as never);
  const backUp = () => office.app.get(MakeBackup).run();
  const store = (folder = stick) => openStore(folder, office.ground.settings);

  /** Reads all of a folder as a restore would before it makes anything. */
  async function proven(folder: string, identities = [identity]): Promise<Manifest> {
    const [place, { keys }] = [store(folder), office.ground];
    const opened = await openKeys(place, identities);
    const manifest = await chooseBackup(place, keys, opened, null);
    await checkBackup(new BackupReader(place, identities, keys), manifest, opened, () => undefined);
    return manifest;
  }
  const fault = (folder: string, identities?: string[]): Promise<string> => proven(folder, identities).then(() => 'none', (error: Problem) => error.code);

  /** A copy of the stick that somebody has been at. */
  async function faultAfter(change: (folder: string) => void): Promise<string> {
    const folder = machine.at('tampered');
    rmSync(folder, { recursive: true, force: true });
    cpSync(stick, folder, { recursive: true });
    change(folder);
    return fault(folder);
  }
  const objects = (folder = stick): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name).slice(folder.length + 1)).sort();

  beforeAll(async () => {
    identity = await generateHybridIdentity();
    writeFileSync(machine.at('recipients'), `# the board\n${await identityToRecipient(identity)}\n`);
    mkdirSync(stick);
    const env = { HABEAS_BACKUP_TO: stick, HABEAS_BACKUP_RECIPIENTS: machine.at('recipients'), HABEAS_BACKUP_KEEP: 'last=2' };
    office = await machine.start(await machine.place(name, 'office', env));
    for (const text of ['Айша', 'Данияр', 'Сәуле']) await record(text);
  });
  afterAll(() => machine.leave());

  it.each([name, other])('gives every row back on %s, and the log knows of it', async (to) => {
    await backUp();
    const before = await contentOf(office.ground.database);
    const settings = await machine.place(to, `home-${to}`);
    const restored = await restoreInstance(settings, store(), { identities: [identity], at: null });
    const home = await machine.start(settings);
    const after = await contentOf(home.ground.database);
    expect(Object.keys(before).filter((table) => after[table] !== before[table] && !goesOn.includes(table))).toEqual([]);
    const [told] = await rowsOf(home.ground.database.reader.manager, AuditEntry, `WHERE r.act = 'instance.restored'`);
    expect([told?.recordId, home.ground.keys.token('x', 'y')]).toEqual([restored.backup, office.ground.keys.token('x', 'y')]);
    expect(readdirSync(settings.dataDir).filter((one) => one.startsWith('restoring-'))).toEqual([]);
    await home.stop();
    await expect(restoreInstance(settings, store(), { identities: [identity], at: null })).rejects.toMatchObject({ exitCode: 4 });
  });

  it('writes almost nothing when almost nothing was changed', async () => {
    await backUp();
    const [before] = await readManifests(store(), office.ground.keys);
    const made = await backUp();
    const known = new Set(before?.tables.flatMap(({ chunks }) => chunks.map(([chunk]) => chunk)));
    const [after] = await readManifests(store(), office.ground.keys);
    const fresh = after?.tables.flatMap((table) => table.chunks.filter(([chunk]) => !known.has(chunk)).map(() => table.name)) ?? [];
    expect(fresh.filter((table) => !goesOn.includes(table))).toEqual([]);
    expect(made.newObjects).toBeLessThanOrEqual(fresh.length + 3); // the two tables of keys, and their head
  });

  it('is refused when one bit of any object is another, wherever it is', async () => {
    const all = objects();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...all), fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 0, max: 7 }), async (object, place, bit) => {
        const found = await faultAfter((folder) => {
          const bytes = readFileSync(join(folder, object));
          bytes[Math.floor(place * bytes.length)]! ^= 1 << bit;
          writeFileSync(join(folder, object), bytes);
        });
        // An object that only an earlier backup names is none of this one's business.
        const named = (await proven(stick)).tables.flatMap(({ chunks }) => chunks.map(([chunk]) => chunk));
        if (object.startsWith('chunks/') && !named.includes(object)) expect(found).toBe('none');
        else expect(['backup.changed', 'backup.does_not_open']).toContain(found);
      }),
      { numRuns: 25 },
    );
  });

  it('is refused when an object is missing, in the place of another, old, or not ours', async () => {
    expect(await fault(stick)).toBe('none');
    const [newest, older] = objects().filter((one) => one.startsWith('manifests/')).reverse() as [string, string];
    const chunks = (await proven(stick)).tables.flatMap((table) => table.chunks.map(([chunk]) => chunk));
    const [first, second] = chunks as [string, string];
    const at = (folder: string, object: string): string => join(folder, ...object.split('/'));
    expect(await faultAfter((folder) => rmSync(at(folder, first)))).toBe('backup.missing');
    expect(await faultAfter((folder) => cpSync(at(folder, first), at(folder, second)))).toBe('backup.changed');
    expect(await faultAfter((folder) => renameSync(at(folder, older), at(folder, newest)))).toBe('backup.changed');
    expect(await faultAfter((folder) => rmSync(at(folder, newest)))).toBe('backup.newest_missing');
    expect(await faultAfter((folder) => writeFileSync(at(folder, newest.replace(/.{4}\.json$/, 'ffff.json')), readFileSync(at(folder, newest))))).toBe('backup.changed');
    expect(await faultAfter((folder) => rmSync(join(folder, 'keys'), { recursive: true }))).toBe('backup.none');
    expect(await fault(stick, [await generateHybridIdentity()])).toBe('backup.does_not_open');
    expect(await fault(stick, [await generateX25519Identity()])).toBe('backup.does_not_open');
  });

  it('with the keys of an earlier one put back is refused', async () => {
    const earlier = machine.at('earlier');
    cpSync(stick, earlier, { recursive: true });
    await backUp();
    const found = await faultAfter((folder) => {
      rmSync(join(folder, 'keys'), { recursive: true });
      cpSync(join(earlier, 'keys'), join(folder, 'keys'), { recursive: true });
    });
    expect(found).toBe('backup.keys_older');
  });

  it('made while people go on working is of one moment, and nobody waited for it', async () => {
    const making = backUp();
    const written = await Promise.all(Array.from({ length: 20 }, (_, n) => record(`Қатысушы ${n}`)));
    const made = await making;
    expect(new Set(written).size).toBe(20);
    const settings = await machine.place('sqlite', 'amid');
    expect(await restoreInstance(settings, store(), { identities: [identity], at: null })).toMatchObject({ backup: made.id });
  });

  it('cannot be read by the server: no secret key is anywhere on its disk', () => {
    for (const folder of [machine.at('office'), stick]) {
      for (const object of objects(folder)) expect([object, readFileSync(join(folder, object)).includes('AGE-SECRET-KEY')]).toEqual([object, false]);
    }
    const names = ['Айша', 'Данияр'].flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]);
    for (const object of objects()) for (const text of names) expect(readFileSync(join(stick, object)).includes(text)).toBe(false);
  });

  it('leaves nobody readable who was erased since, not even in the backup of the day before', async () => {
    const gone = await record('Нұрлан');
    const before = await backUp();
    const by = { ground: 'request', erasedBy: 'system:test', approvedBy: 'system:test' };
    await office.app.get(UnitOfWork).run(systemActor('test'), async (story) => {
      await erase(story, office.app.get(SubjectVault), { kind: 'individual', id: gone }, { ...by, erasedAt: story.now } as ErasedBy);
      story.note({ act: 'subject.erased', kind: 'individual', recordId: gone });
    });
    await backUp();
    const settings = await machine.place('sqlite', 'erased');
    const restored = await restoreInstance(settings, store(), { identities: [identity], at: before.made });
    expect(restored.backup).toBe(before.id);
    const home = await machine.start(settings);
    const { manager } = home.ground.database.reader;
    expect(await manager.query(`SELECT id FROM individual WHERE id = '${gone}'`)).toHaveLength(1);
    expect(await rowsOf(manager, SubjectKey, 'WHERE r.subject = :gone', { gone })).toEqual([]);
    // Not only unreadable: what the erasure did is done again on the older rows, and the log goes on to hold.
    expect(await rowsOf(manager, Erasure, 'WHERE r.record_id = :gone', { gone })).toHaveLength(1);
    expect((await rowsOf(manager, Individual, 'WHERE r.id = :gone', { gone })).map(({ sealed }) => sealed)).toEqual([null]);
    expect(await verifyChain(manager)).toMatchObject({ firstFault: null });
    await home.stop();
  });

  it('is tried out beside the data, which leaves a line in the log and nothing else', async () => {
    await backUp();
    const tried = await tryBackup(office.ground, store(), { identities: [identity], at: null });
    const rows = await rowsOf(office.ground.database.reader.manager, AuditEntry, `WHERE r.act = 'restore.drilled' ORDER BY r.seq`);
    expect(rows.at(-1)?.recordId).toBe(tried.backup);
    expect(readdirSync(office.ground.settings.dataDir).filter((one) => one.startsWith('trying-'))).toEqual([]);
  });

  it('goes when newer ones have taken its place, with what nobody else needs, but never the one last tried out', async () => {
    const [tried] = await readManifests(store(), office.ground.keys);
    for (const text of ['Бір', 'Екі', 'Үш']) {
      await record(text);
      await backUp();
    }
    const left = await readManifests(store(), office.ground.keys);
    expect([left.length, left.some(({ id }) => id === tried?.id)]).toEqual([3, true]);
    const named = new Set(left.flatMap(({ tables }) => tables.flatMap(({ chunks }) => chunks.map(([chunk]) => chunk))));
    expect(objects().filter((one) => one.startsWith('chunks/') && !named.has(one))).toEqual([]);
    expect(await fault(stick)).toBe('none');
  });

  it('cut short at any object leaves the earlier ones whole, and the next one cleans up', async () => {
    const folder = store();
    await record('Төрт');
    const put = folder.put.bind(folder);
    const { writeBackup } = await import('../../src/safekeeping/write-backup.js');
    const recipients = [await identityToRecipient(identity)];
    for (const objectsWritten of [0, 1, 3, 5]) {
      let left = objectsWritten;
      folder.put = (...object) => (left-- > 0 ? put(...object) : Promise.reject(new Error('the power went')));
      await expect(writeBackup(office.ground, folder, { recipients, checkpoint: null })).rejects.toThrow('the power went');
      expect(['none', 'backup.newest_missing']).toContain(await fault(stick));
    }
    await backUp();
    expect(await fault(stick)).toBe('none');
    expect(existsSync(join(stick, 'chunks'))).toBe(true);
  });
});
