import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FolderStore } from './folder-store.js';

describe('a folder for backups', () => {
  const home = mkdtempSync(join(tmpdir(), 'habeas-store-'));
  const folder = join(home, 'store');
  let store: FolderStore;
  beforeEach(() => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    store = new FolderStore(folder);
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('gives back what was put, lists it, replaces it and takes it away', async () => {
    await store.put('chunks/ab/one', Buffer.from('1'));
    await store.put('chunks/ab/one', Buffer.from('22'));
    writeFileSync(join(folder, 'chunks', 'ab', 'two.part'), 'cut short');
    expect(await store.list('chunks')).toEqual(new Map([['chunks/ab/one', 2]]));
    expect((await store.get('chunks/ab/one'))?.toString()).toBe('22');
    await store.remove('chunks/ab/one');
    expect([await store.get('chunks/ab/one'), await store.list('manifests')]).toEqual([null, new Map()]);
  });

  it('takes files and gives them back without holding them in memory', async () => {
    writeFileSync(join(home, 'film'), Buffer.alloc(300_000, 7));
    await store.putFile('files/film', join(home, 'film'));
    expect([await store.getFile('files/film', join(home, 'back')), await store.getFile('files/none', join(home, 'none'))]).toEqual([true, false]);
    expect(readFileSync(join(home, 'back')).equals(readFileSync(join(home, 'film')))).toBe(true);
  });

  it('that is full says so in a sentence of its own, and what was there is as it was', async () => {
    await store.put('keys/head', Buffer.from('old'));
    // The draft of the next writing leads to the device that is always full: the answer is the system's own.
    symlinkSync('/dev/full', join(folder, 'keys', 'head.part'));
    await expect(store.put('keys/head', Buffer.alloc(100_000))).rejects.toMatchObject({ code: 'backup.disk_full', status: 507 });
    expect((await store.get('keys/head'))?.toString()).toBe('old');
    expect(existsSync(join(folder, 'keys', 'head.part'))).toBe(false);
  });

  it('that is not there is never made', () => {
    expect(() => new FolderStore(join(home, 'stick'))).toThrow(expect.objectContaining({ code: 'backup.no_folder' }));
    expect(existsSync(join(home, 'stick'))).toBe(false);
  });
});
