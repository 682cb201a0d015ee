import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AuditCheckpoint, Checkpoints, LogDoesNotHold, readHead, verifyChain, type Leaf } from '../../src/audit/public.js';
import { NoteSigner, readNote } from '../../src/audit/signed-note.js';
import { systemActor } from '../../src/kernel/actor/public.js';
import { OpenedCommitments, SubjectVault } from '../../src/kernel/crypto/public.js';
import { TestApp } from '../support/app.js';
import { databases, testKeys } from '../support/database.js';
import { Forger } from '../support/forger.js';

describe.each(databases)('the head of the log on %s', (name) => {
  let habeas: TestApp;
  let checkpoints: Checkpoints;
  beforeAll(async () => {
    jest.useFakeTimers({ doNotFake: ['Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'setTimeout', 'clearTimeout'] });
    habeas = await TestApp.start(name);
    checkpoints = habeas.app.get(Checkpoints);
  });
  afterAll(async () => {
    await habeas.stop();
    jest.useRealTimers();
  });

  const manager = () => habeas.ground.database.reader.manager;
  const file = (): string => join(habeas.folder, 'log-head');
  const kept = (): Promise<AuditCheckpoint[]> => manager().find(AuditCheckpoint, { order: { size: 'ASC' } });
  const happens = async (): Promise<void> => {
    await (await habeas.as('aigerim')).get('/api/v1/individuals/018f0000-0000-7000-8000-000000000001');
  };
  const state = async (): Promise<string> => (await checkpoints.state()).state;

  it('is signed every minute in which something happened, in the database and in a file outside of it', async () => {
    expect(await state()).toBe('new');
    for (const wanted of [1, 1, 2]) {
      if (wanted === 2) await happens();
      jest.advanceTimersByTime(60_000);
      await checkpoints.make('minute'); // waits for the one the timer asked for, and finds nothing new to sign
      expect((await kept()).length).toBe(wanted);
    }
    const newest = (await kept()).at(-1);
    expect(newest).toMatchObject({ reason: 'minute', size: (await habeas.audit()).length });
    expect(readFileSync(file(), 'utf8')).toBe(newest?.note);
    expect(await state()).toBe('fits');
  });

  it('is a note of C2SP, signed by a key that the log itself names', async () => {
    const { note, size, root } = await checkpoints.make('backup');
    const [taken] = await habeas.audit({ act: 'log.key_taken' });
    const { verifier } = new NoteSigner(readHead(note)?.origin ?? '', testKeys.logSeed);
    expect((JSON.parse(taken?.leaf ?? '') as Leaf).facts.key).toBe(verifier.vkey);
    const read = readNote(note);
    expect(read && verifier.signed(read)).toBe(true);
    expect(note.split('\n').slice(0, 4)).toEqual([expect.stringMatching(/^habeas\/[0-9a-f-]{36}$/), String(size), root, '']);
    const forged = readNote(note.replace(`\n${size}\n`, `\n${size + 1}\n`));
    expect(forged && verifier.signed(forged)).toBe(false);
  });

  it('is never signed when the file outside is gone or is not ours, until somebody says why', async () => {
    const whole = readFileSync(file(), 'utf8');
    for (const [found, put] of [
      ['unreadable', () => writeFileSync(file(), whole.replace(/\n\d+\n/, '\n1\n'))],
      ['unreadable', () => writeFileSync(file(), '')],
      ['missing', () => rmSync(file())],
    ] as const) {
      put();
      expect(await state()).toBe(found);
      await expect(checkpoints.make('minute')).rejects.toThrow(LogDoesNotHold);
    }
    writeFileSync(file(), whole);
    await checkpoints.make('minute');
  });

  it('is never signed over entries that the tree beside them does not fit', async () => {
    const { manager: writer } = habeas.ground.database.writer;
    await happens();
    const [now] = (await writer.query('SELECT frontier FROM audit_head')) as { frontier: string }[];
    await writer.query(`UPDATE audit_head SET frontier = '${'0'.repeat(now?.frontier.length ?? 0)}'`);
    await expect(checkpoints.make('minute')).rejects.toThrow('does not fit its entries');
    expect((await verifyChain(manager())).fault).toBe('head');
    await writer.query(`UPDATE audit_head SET frontier = '${now?.frontier}'`);
    await checkpoints.make('minute');
  });

  it('is noticed when the database is put back, and goes on with an entry that says so', async () => {
    const forger = await Forger.at(habeas.ground.database);
    const before = await forger.leaves();
    for (let n = 0; n < 5; n += 1) await happens();
    const lost = await checkpoints.make('minute');
    await forger.rewrite(before);
    await forger.sql(`DELETE FROM audit_checkpoint WHERE size > ${before.length}`);
    expect(await state()).toBe('shorter');
    await expect(checkpoints.make('lock')).rejects.toMatchObject({ outside: { state: 'shorter', head: { size: lost.size } } });

    const { size } = await checkpoints.acceptRestore(systemActor('operator'), 'the disk of the old machine broke');
    const [entry] = await habeas.audit({ act: 'log.restored' });
    const leaf = JSON.parse(entry?.leaf ?? '') as Leaf;
    expect([size, leaf.facts]).toEqual([before.length + 1, { state: 'shorter', size: lost.size, root: lost.root, found: before.length }]);
    expect(entry?.leaf).not.toContain('disk');
    const [opening] = (await manager().query(`SELECT subject, sealed FROM audit_opening WHERE seq = ${leaf.seq}`)) as { subject: string; sealed: string }[];
    const key = (await new SubjectVault(testKeys).keysOf(manager(), [opening?.subject ?? ''])).get(opening?.subject ?? '');
    const opened = new OpenedCommitments(key as Buffer, opening?.sealed ?? '');
    expect([opened.values.reason, opened.commitments]).toEqual(['the disk of the old machine broke', leaf.v === 2 && leaf.c]);
    expect(await state()).toBe('fits');
    await happens();
    await checkpoints.make('minute');
    expect((await verifyChain(manager())).fault).toBeNull();
  });

  it('is noticed when the past was rewritten with everything fitting together, even with the key', async () => {
    const forger = await Forger.at(habeas.ground.database);
    const leaves = await forger.leaves();
    await forger.rewrite(leaves.map((leaf) => (leaf.seq === 2 ? { ...leaf, act: 'staff.listed' } : leaf)));
    await forger.signAnew(testKeys);
    expect((await verifyChain(manager())).fault).toBeNull();
    expect(await state()).toBe('differs');
    await expect(checkpoints.make('export')).rejects.toThrow(LogDoesNotHold);
    await forger.rewrite(leaves);
  });

  it('is signed when the application ends', async () => {
    const second = await TestApp.start(name);
    await (await second.as('rita')).get('/api/v1/staff');
    const entries = (await second.audit()).length;
    let note = '';
    const close = second.database.close.bind(second.database);
    second.database.close = async () => {
      note = readFileSync(join(second.folder, 'log-head'), 'utf8');
      await close();
    };
    await second.stop();
    expect(readHead(note)?.size).toBe(entries + 1); // and the key that signs it
  });
});
