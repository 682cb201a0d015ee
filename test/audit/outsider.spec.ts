import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Checkpoints, exportLog, makeReceipt, readHeadRow, rebuildBlocks, trustedKeys, verifyChain, verifyRows, verifyVersions, type Checkpoint } from '../../src/audit/public.js';
import { systemActor } from '../../src/kernel/actor/public.js';
import { NoteSigner } from '../../src/audit/signed-note.js';
import { derivedRing, Keys, seal, SubjectVault, unseal } from '../../src/kernel/crypto/public.js';
import { run, UnitOfWork } from '../../src/kernel/db/public.js';
import { Frontier } from '../../src/kernel/merkle/public.js';
import { recordKinds } from '../../src/launch/public.js';
import { projectRoot } from '../../src/kernel/settings/public.js';
import { TestApp } from '../support/app.js';
import { databases, testKeys, testSecret } from '../support/database.js';
import { Forger, type ForgedLeaf } from '../support/forger.js';

const program = join(projectRoot(), 'tools', 'verify-log', 'verify-log.mjs');

/** What somebody outside sees who runs the verifier, which knows nothing of this program. */
function outsider(...args: string[]): { code: number; said: string } {
  try {
    return { code: 0, said: execFileSync(process.execPath, [program, ...args], { encoding: 'utf8', stdio: 'pipe' }) };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, said: stdout + stderr };
  }
}

const operator = systemActor('operator');

describe.each(databases)('an outsider with the exported log of %s and the note of yesterday', (name) => {
  let habeas: TestApp;
  let forger: Forger;
  let folder: string;
  let before: readonly ForgedLeaf[];
  let yesterday: Checkpoint;
  let person: string;
  let revised: number;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'habeas-outsider-'));
    habeas = await TestApp.start(name);
    const aigerim = await habeas.as('aigerim');
    person = (await aigerim.post<{ id: string }>('/api/v1/individuals', { names: [{ text: 'Жұлдыз Қалиева', kind: 'full' }], occupation: 'nurse' })).body.id;
    await aigerim.patch(`/api/v1/individuals/${person}`, 1, { occupation: 'teacher', roles: ['participant'], because: 'her sister says so' });
    yesterday = await habeas.app.get(Checkpoints).make('witness');
    writeFileSync(at('note'), yesterday.note);
    for (let n = 0; n < 5; n += 1) await aigerim.get(`/api/v1/individuals/${person}`);
    await habeas.app.get(Checkpoints).make('export');
    await habeas.audit();
    forger = await Forger.at(habeas.ground.database);
    before = await forger.leaves();
    revised = before.find(({ act }) => act === 'individual.revised')?.seq ?? -1;
  });
  afterAll(async () => {
    await forger.rewrite(before);
    await habeas.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const at = (file: string): string => join(folder, file);
  const manager = () => habeas.ground.database.reader.manager;
  /** The export of what is there now, checked with the note and, as a key of trust, the one given out before. */
  const check = async (...more: string[]): Promise<{ code: number; said: string }> => {
    const { size } = await readHeadRow(manager());
    await exportLog(habeas.ground, size, folder);
    return outsider(folder, '--witness', at('note'), ...more);
  };

  it('finds nothing wrong where nothing is, and reads nobody\'s name', async () => {
    const found = await check();
    expect(found).toMatchObject({ code: 0, said: expect.stringMatching(/The log holds: \d+ entries of habeas\/\S+, 2 checkpoints, 1 note\(s\) of witnesses fit/) });
    expect(readFileSync(at('leaves.jsonl'), 'utf8')).not.toMatch(/Жұлдыз|teacher|sister/);
    writeFileSync(at('log.vkey.known'), readFileSync(at('log.vkey')));
  });

  describe('tells', () => {
    beforeEach(() => forger.rewrite(before));

    it.each<[string, () => Promise<unknown>, RegExp]>([
      ['an edited entry', () => forger.sql(`UPDATE audit_entry SET leaf = replace(leaf, '"individual.revised"', '"individual.seen"') WHERE seq = ${revised}`), /entry \d+: does not follow the entry before/],
      ['a deleted entry', () => forger.sql(`DELETE FROM audit_entry WHERE seq = ${revised}`), /entry \d+: has the number \d+: entries are missing/],
      ['two entries in each other\'s place', () => forger.rewrite([...before.slice(0, 3), ...before.slice(3, 5).reverse(), ...before.slice(5)]), /a checkpoint over the first \d+ entries does not fit|note of the witness over the first/],
      ['a log that was cut', () => forger.rewrite(before.slice(0, revised)), /was signed over \d+ entries, but the log ends after \d+/],
      ['an entry put in', () => forger.rewrite([...before.slice(0, 4), before[4] as ForgedLeaf, ...before.slice(4)]), /does not fit: one of them was changed after it was signed/],
    ])('%s', async (_, forge, sentence) => {
      await forge();
      expect(await check()).toEqual({ code: 1, said: expect.stringMatching(sentence) });
    });

    it('a database that was rolled back, its later heads taken away', async () => {
      await forger.rewrite(before.slice(0, yesterday.size - 1));
      await forger.signAnew(testKeys);
      expect(await check()).toEqual({ code: 1, said: expect.stringContaining('the note of the witness was signed over') });
    });

    it('a log written anew from the beginning, hashes and all, by somebody without the key', async () => {
      await forger.rewrite(before.map((leaf) => (leaf.seq === revised ? { ...leaf, fields: [] } : leaf)));
      await forger.signAnew({ logSeed: Buffer.alloc(32, 9) });
      expect(await check('--key', at('log.vkey.known'))).toEqual({ code: 1, said: expect.stringContaining('the note of the witness over the first') });
      expect(outsider(folder, '--key', at('log.vkey.known'))).toEqual({ code: 1, said: expect.stringContaining('is not signed by the known key') });
    });

    it('a log written anew from the beginning by somebody with the key: the note is what they have not', async () => {
      await forger.rewrite(before.map((leaf) => (leaf.seq === revised ? { ...leaf, fields: [] } : leaf)));
      await forger.signAnew(testKeys);
      const { size } = await readHeadRow(manager());
      await exportLog(habeas.ground, size, folder);
      expect(outsider(folder)).toMatchObject({ code: 0 }); // by itself it looks sound
      expect(await check()).toEqual({ code: 1, said: expect.stringContaining('the note of the witness over the first') });
    });

    it('entries that nobody has signed, when there are more than allowed', async () => {
      await forger.signAnew(testKeys);
      await forger.rewrite([...before, before.at(-1) as ForgedLeaf, before.at(-1) as ForgedLeaf]);
      expect(await check('--tail', '1')).toEqual({ code: 1, said: expect.stringContaining('nothing is signed (2 entries, 1 are allowed)') });
      expect(await check('--tail', '2')).toMatchObject({ code: 0 });
    });
  });

  it('is given a receipt that stands alone and opens one field, the others staying shut', async () => {
    await forger.rewrite(before);
    await forger.signAnew(testKeys);
    const head = { size: before.length, root: '', note: (await manager().query('SELECT note FROM audit_checkpoint') as [{ note: string }])[0].note };
    const receipt = await makeReceipt(manager(), testKeys, head, revised, ['occupation']);
    writeFileSync(at('one.tlog-proof'), receipt);
    const held = outsider(at('one.tlog-proof'), '--key', at('log.vkey.known'));
    expect(held.code).toBe(0);
    expect(JSON.parse(held.said.slice(held.said.indexOf('{')))).toMatchObject({ shown: { before: { occupation: 'nurse' }, after: { occupation: 'teacher' } }, entry: { seq: revised, ver: [1, 2] } });
    expect(Buffer.from(/^extra (\S+)$/m.exec(receipt)?.[1] ?? '', 'base64').toString()).not.toMatch(/participant|sister/);
    const whole = await makeReceipt(manager(), testKeys, head, revised, null);
    writeFileSync(at('all.tlog-proof'), whole);
    expect(outsider(at('all.tlog-proof'), '--key', at('log.vkey.known')).said).toContain('"reason": "her sister says so"');

    const lie = (from: string, to: string): string => receipt.replace(/^extra (\S+)$/m, (_, text: string) => `extra ${Buffer.from(Buffer.from(text, 'base64').toString().replace(from, to)).toString('base64')}`);
    for (const [forged, sentence] of [
      [lie('"teacher"', '"officer"'), 'occupation after the change is not what the entry vouches for'],
      [lie('individual.revised', 'individual.recorded'), 'the entry is not in the log whose head was signed'],
      [receipt.replace(`index ${revised}`, `index ${revised - 1}`), 'the entry is not in the log whose head was signed'],
      [receipt.replace(`\n${head.size}\n`, `\n${head.size + 1}\n`), 'is false'],
    ] as const) {
      writeFileSync(at('forged.tlog-proof'), forged);
      expect(outsider(at('forged.tlog-proof'), '--key', at('log.vkey.known'))).toEqual({ code: 1, said: expect.stringContaining(sentence) });
    }
  });

  describe('and with the key of before alone, when the log went over to another key,', () => {
    const ring = derivedRing(testSecret);
    const next = new Keys({ ...ring, current: { ...ring.current, log: { generation: 2, key: Buffer.alloc(32, 5) } } });
    const settings = () => habeas.ground.settings;
    const database = () => habeas.ground.database;
    let handed: readonly ForgedLeaf[];
    let notes: readonly { size: number; note: string }[];
    beforeAll(async () => {
      await forger.rewrite(before);
      await forger.signAnew(testKeys);
      const work = habeas.app.get(UnitOfWork);
      writeFileSync(join(habeas.folder, 'log-head'), ((await checkpointsKept()).at(-1) as { note: string }).note);
      await new Checkpoints({ settings: settings(), database: database(), keys: testKeys }, work).handOver({ logSeed: next.logSeed });
      await work.log([{ act: 'keys.changed', kind: 'instance', recordId: null, actor: operator, at: work.clock.now() }]);
      writeFileSync(at('new-note'), (await new Checkpoints({ settings: settings(), database: database(), keys: next }, work).make('witness')).note);
      [handed, notes] = [await forger.leaves(), await checkpointsKept()];
    });
    afterAll(async () => {
      await forger.sql('DELETE FROM audit_checkpoint');
      await forger.rewrite(before);
      await forger.signAnew(testKeys);
      writeFileSync(join(habeas.folder, 'log-head'), ((await checkpointsKept()).at(-1) as { note: string }).note);
    });

    const checkpointsKept = () => manager().query('SELECT size, note FROM audit_checkpoint ORDER BY size') as Promise<{ size: number; note: string }[]>;
    const put = async (leaves: readonly ForgedLeaf[], kept: readonly { size: number; note: string }[]): Promise<void> => {
      await forger.rewrite(leaves);
      await forger.sql('DELETE FROM audit_checkpoint');
      for (const one of kept) await run(database().writer.manager, `INSERT INTO audit_checkpoint (size, note, at, reason) VALUES (:size, :note, '2026-11-24T00:00:00.000Z', 'minute')`, one);
    };
    const asked = () => check('--witness', at('new-note'), '--key', at('log.vkey.known'));

    it('takes the note of before and the one of after', async () => {
      expect(await asked()).toMatchObject({ code: 0, said: expect.stringMatching(/entry \d+ hands the signing over to the key habeas\/\S+, under the signature of the key before it[^]*The log holds: .* 2 note\(s\) of witnesses fit/) });
      expect((await verifyChain(manager(), undefined, { keys: await trustedKeys(manager(), next, handed[0]?.log as string) })).fault).toBeNull();
    });

    it('refuses a key that nobody before it has signed for, and so does the server', async () => {
      const origin = handed[0]?.log as string;
      const thief = new NoteSigner(origin, Buffer.alloc(32, 9));
      const theirs: ForgedLeaf = { ...(handed.find(({ act }) => act === 'log.key_taken') as ForgedLeaf), facts: { key: thief.verifier.vkey } };
      await forger.rewrite([...handed, theirs]);
      const { size, frontier } = await readHeadRow(manager());
      const forged = thief.sign({ origin, size, root: Frontier.read(size, frontier).root() });
      await put([...handed, theirs], [...notes, { size, note: forged }]);
      expect(await asked()).toEqual({ code: 1, said: expect.stringContaining(`the checkpoint at ${size} is not signed by the known key`) });
      expect(await verifyChain(manager(), undefined, { keys: await trustedKeys(manager(), next, origin) })).toMatchObject({ fault: 'signature', firstFault: size - 1 });
    });

    it('refuses a hand-over that the key of before has not signed', async () => {
      await put(handed, notes.filter(({ note }) => note !== notes.at(-2)?.note));
      expect(await asked()).toEqual({ code: 1, said: expect.stringContaining('is not signed by the known key') });
    });
  });

  it('has colleagues inside who compare what every record shows with its newest version', async () => {
    await forger.rewrite(before);
    const aigerim = await habeas.as('aigerim');
    const child = (await aigerim.post<{ id: string }>('/api/v1/individuals', { names: [{ text: 'Арман Қалиев', kind: 'full' }], sex: 'male' })).body.id;
    const rows = () => verifyRows(manager(), new SubjectVault(testKeys), recordKinds);
    const edit = (column: string, value: unknown) => run(habeas.ground.database.writer.manager, `UPDATE individual SET ${column} = :value WHERE id = :child`, { value, child });
    const sealedOf = async (id: string): Promise<string> => ((await manager().query(`SELECT sealed FROM individual WHERE id = '${id}'`)) as [{ sealed: string }])[0].sealed;
    expect(await rows()).toEqual({ rows: 2, kind: null, id: null, fault: null });
    const sealed = await sealedOf(child);
    const key = (await new SubjectVault(testKeys).keysOf(manager(), [child])).get(child) as Buffer;
    const [said, context] = [unseal(key, sealed, `individual:${child}`), `individual:${child}`];
    for (const [column, value, was] of [
      ['sex', 'female', 'male'],
      ['sealed', await sealedOf(person), sealed],
      ['sealed', seal(key, said.replace('Арман', 'Ерлан'), context), sealed],
      ['changed_by', 'system:nobody', habeas.ids.aigerim],
    ] as const) {
      await edit(column, value);
      expect(await rows()).toMatchObject({ kind: 'individual', id: child, fault: 'value' });
      await edit(column, was);
    }
    await edit('sealed', seal(key, said, context)); // sealed anew, saying the same
    expect(await rows()).toMatchObject({ fault: null });
    await edit('version', 2);
    expect(await rows()).toMatchObject({ id: child, fault: 'version' });
    await edit('version', 1);
    await forger.sql(`DELETE FROM name_token WHERE individual_id = '${child}'`);
    await forger.sql(`DELETE FROM individual WHERE id = '${child}'`);
    expect(await rows()).toMatchObject({ kind: 'individual', id: child, fault: 'row' });
    await forger.sql(`DELETE FROM record_version WHERE record_id = '${child}'`);
  });

  it('has colleagues inside who make the roots of blocks anew, and only under a head that was signed', async () => {
    await forger.rewrite([...before, ...Array.from({ length: 520 }, () => before[3] as ForgedLeaf)]);
    await forger.signAnew(testKeys);
    const blocks = () => manager().query('SELECT position, hash FROM audit_block ORDER BY position') as Promise<object[]>;
    const whole = await blocks();
    const spoil = async (): Promise<void> => {
      await forger.sql(`UPDATE audit_block SET hash = '${'0'.repeat(64)}' WHERE position = 0`);
      await forger.sql('DELETE FROM audit_block WHERE position = 1');
      await forger.sql(`INSERT INTO audit_block (position, hash) VALUES (9, '${'1'.repeat(64)}')`);
    };
    await spoil();
    expect(await verifyChain(manager())).toMatchObject({ fault: 'block', firstFault: 255 });
    expect(await rebuildBlocks(habeas.ground, operator)).toMatchObject({ state: { fault: null }, mended: 3 });
    expect([await blocks(), (await verifyChain(manager())).fault]).toEqual([whole, null]);
    expect(await habeas.audit({ act: 'audit.rebuilt' })).toEqual([expect.objectContaining({ leaf: expect.stringContaining('"blocks":3') })]);
    expect(await rebuildBlocks(habeas.ground, operator)).toMatchObject({ mended: 0 });

    const leaves = await forger.leaves();
    await forger.rewrite(leaves.map((leaf) => (leaf.seq === 9 ? { ...leaf, fields: ['sex'] } : leaf)));
    await spoil();
    const spoilt = await blocks();
    expect(await rebuildBlocks(habeas.ground, operator)).toMatchObject({ state: { fault: 'note' }, mended: 0 });
    await forger.rewrite(leaves);
    await run(habeas.ground.database.writer.manager, 'UPDATE audit_checkpoint SET note = :note', { note: yesterday.note });
    await spoil();
    expect(await rebuildBlocks(habeas.ground, operator)).toMatchObject({ state: { fault: 'checkpoint' }, mended: 0 });
    await forger.sql('DELETE FROM audit_checkpoint');
    rmSync(join(habeas.folder, 'log-head'));
    expect(await rebuildBlocks(habeas.ground, operator)).toMatchObject({ state: { fault: null }, signed: false, mended: 0 });
    expect(await blocks()).toEqual(spoilt);
  });

  it('has colleagues inside who compare every version of a record with the log', async () => {
    const versions = () => verifyVersions(manager(), new SubjectVault(testKeys));
    expect(await versions()).toEqual({ versions: 2, entry: null, fault: null });
    const [version] = (await manager().query(`SELECT sealed, plain FROM record_version WHERE record_id = '${person}' AND version = 2`)) as [{ sealed: string; plain: string }];
    const put = (column: string, value: string) => run(habeas.ground.database.writer.manager, `UPDATE record_version SET ${column} = :value WHERE record_id = :person AND version = 2`, { value, person });
    await put('plain', version.plain.replace('participant', 'organiser'));
    expect(await versions()).toMatchObject({ entry: revised, fault: 'value' });
    await put('plain', version.plain);
    await forger.sql(`UPDATE audit_opening SET sealed = '' WHERE seq = ${revised}`);
    expect(await versions()).toMatchObject({ entry: revised, fault: 'opening' });
    await forger.sql(`DELETE FROM record_version WHERE version = 2`);
    expect(await versions()).toMatchObject({ entry: revised, fault: 'version' });
  });
});
