import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Checkpoints, exportLog, makeReceipt, readHeadRow, verifyVersions, type Checkpoint } from '../../src/audit/public.js';
import { SubjectVault } from '../../src/kernel/crypto/public.js';
import { run } from '../../src/kernel/db/public.js';
import { projectRoot } from '../../src/kernel/settings/public.js';
import { TestApp } from '../support/app.js';
import { databases, testKeys } from '../support/database.js';
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
      expect(await check('--key', at('log.vkey.known'))).toEqual({ code: 1, said: expect.stringContaining('is not signed by the known key') });
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
