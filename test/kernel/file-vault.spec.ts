import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FileGone, FileVault, SealBroken, SubjectVault, TooLarge, type Taken } from '../../src/kernel/crypto/public.js';
import { UnitOfWork, newId } from '../../src/kernel/db/public.js';
import { ChainedLedger } from '../../src/audit/public.js';
import { systemActor } from '../../src/kernel/actor/public.js';
import { SystemClock } from '../../src/kernel/time/public.js';
import { databases, testDatabase, testKeys, type TestDatabase } from '../support/database.js';

const CHUNK = 64 * 1024;
const SEALED = CHUNK + 16;
const clock = new SystemClock();

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function allOf(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}

describe.each(databases)('the vault of files on %s', (name) => {
  let database: TestDatabase;
  let folder: string;
  let subjects: SubjectVault;
  let vault: FileVault;
  let work: UnitOfWork;
  beforeAll(async () => {
    database = await testDatabase(name);
    folder = join(mkdtempSync(join(tmpdir(), 'habeas-files-')), 'files');
    subjects = new SubjectVault(testKeys);
    vault = new FileVault(testKeys, subjects, folder);
    work = new UnitOfWork(database.open, new ChainedLedger(database.open.dialect), clock);
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const keep = (taken: Taken, subject: string | null = null): Promise<void> =>
    work.run(systemActor('test'), async (story) => {
      await vault.keep(story, taken, subject);
      story.note({ act: 'instance.started', kind: 'instance', recordId: null });
    });
  const kept = async (bytes: Buffer, subject: string | null = null): Promise<string> => {
    const taken = await vault.take(pieces(bytes, 10_000), clock.now());
    await keep(taken, subject);
    return taken.id;
  };
  const read = async (id: string): Promise<Buffer> => allOf(await vault.read(database.open.reader.manager, id));
  const fileOf = (id: string): string => join(folder, id);

  it('gives back what it took, of every size around the border of a chunk and in pieces of any size', async () => {
    const sizes = fc.oneof(fc.constantFrom(0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK - 1, 2 * CHUNK, 2 * CHUNK + 1), fc.nat(3 * CHUNK));
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 1000, max: 200_000 }), async (size, piece) => {
        const bytes = randomBytes(size);
        const taken = await vault.take(pieces(bytes, piece), clock.now());
        await keep(taken);
        expect(taken.size).toBe(size);
        expect(readFileSync(fileOf(taken.id)).length).toBe(4 + size + 16 * Math.max(1, Math.ceil(size / CHUNK)));
        expect((await read(taken.id)).equals(bytes)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('refuses a file in which any one bit is another', async () => {
    const id = await kept(Buffer.from('Айгүл, протокол'));
    const whole = readFileSync(fileOf(id));
    for (let bit = 0; bit < whole.length * 8; bit += 1) {
      const changed = Buffer.from(whole);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      writeFileSync(fileOf(id), changed);
      await expect(read(id)).rejects.toThrow(SealBroken);
    }
    writeFileSync(fileOf(id), whole);
    expect((await read(id)).toString()).toBe('Айгүл, протокол');
  });

  it('refuses chunks dropped, doubled, swapped, cut off or added', async () => {
    const id = await kept(randomBytes(3 * CHUNK + 500));
    const whole = readFileSync(fileOf(id));
    const mark = whole.subarray(0, 4);
    const chunks = [0, 1, 2, 3].map((n) => whole.subarray(4 + n * SEALED, 4 + (n + 1) * SEALED));
    const [a, b, c, d] = chunks as [Buffer, Buffer, Buffer, Buffer];
    const forged = [[b, a, c, d], [a, a, b, c, d], [a, c, d], [a, b, c], [a, b, c, d, d], [a, b, c, d.subarray(0, -1)], [a, b, c, d, Buffer.alloc(16)], [d], []];
    for (const parts of forged) {
      writeFileSync(fileOf(id), Buffer.concat([mark, ...parts]));
      await expect(read(id)).rejects.toThrow(SealBroken);
    }
  });

  it('refuses a file that lies in the place of another, also with the key of the other brought along', async () => {
    const [one, other] = [await kept(randomBytes(100)), await kept(randomBytes(100))];
    writeFileSync(fileOf(one), readFileSync(fileOf(other)));
    await expect(read(one)).rejects.toThrow(SealBroken);
    await database.open.writer.query(`UPDATE file_key SET wrapped = (SELECT wrapped FROM file_key WHERE id = '${other}') WHERE id = '${one}'`);
    await expect(read(one)).rejects.toThrow(SealBroken);
  });

  it('leaves nothing plain on the disk, under no name that tells anything, for nobody but its owner', async () => {
    const told = 'протокол задержания № 12'.repeat(5000);
    const id = await kept(Buffer.from(told));
    expect(readdirSync(folder).filter((file) => !/^[0-9a-f-]{36}$/.test(file))).toEqual([]);
    const sealed = readFileSync(fileOf(id));
    for (const form of ['utf8', 'utf16le'] as const) expect(sealed.includes(Buffer.from('протокол', form))).toBe(false);
    if (process.platform !== 'win32') expect(statSync(fileOf(id)).mode & 0o777).toBe(0o600);
  });

  it('leaves nothing of a file that is too large or breaks off, and nothing half-written after the next start', async () => {
    const before = readdirSync(folder);
    await expect(vault.take(pieces(randomBytes(3 * CHUNK), 9999), clock.now(), 2 * CHUNK)).rejects.toThrow(TooLarge);
    const breaksOff = async function* (): AsyncGenerator<Buffer> {
      yield randomBytes(2 * CHUNK);
      throw await Promise.resolve(new Error('the browser is gone'));
    };
    await expect(vault.take(breaksOff(), clock.now())).rejects.toThrow('the browser is gone');
    const dropped = await vault.take(pieces(randomBytes(5), 5), clock.now());
    await vault.drop(dropped);
    expect(readdirSync(folder)).toEqual(before);
    writeFileSync(`${fileOf(newId(clock.now()))}.part`, 'half');
    await vault.sweep();
    expect(readdirSync(folder)).toEqual(before);
  });

  it('knows no file without its key, and none of a subject whose key was destroyed', async () => {
    const unkept = await vault.take(pieces(randomBytes(5), 5), clock.now());
    await expect(vault.read(database.open.reader.manager, unkept.id)).rejects.toThrow(FileGone);
    const subject = newId(clock.now());
    const id = await kept(Buffer.from('a statement'), subject);
    expect((await read(id)).toString()).toBe('a statement');
    await database.open.writer.query(`DELETE FROM subject_key WHERE subject = '${subject}'`);
    subjects.forget(subject);
    expect(existsSync(fileOf(id))).toBe(true);
    await expect(vault.read(database.open.reader.manager, id)).rejects.toThrow(FileGone);
  });
});
