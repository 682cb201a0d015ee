import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { isId, newId, putRows, rowsOf, type Work } from '../db/public.js';
import type { Instant } from '../time/public.js';
import { FileKey } from './file-key.entity.js';
import type { Keys } from './keys.js';
import { seal, unseal } from './seal.js';
import { openChunks, sealChunks } from './sealed-stream.js';
import type { SubjectVault } from './subject-vault.js';

/** A file that lies sealed on the disk and whose key is only in memory yet: `keep` it or `drop` it. */
export interface Taken {
  readonly id: string;
  /** Of the plain bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly key: Buffer;
}

/** More bytes came than the caller takes; nothing of them is left. */
export class TooLarge extends Error {}

/** There is no key for it any more: it was erased, or it never was. */
export class FileGone extends Error {}

const UNFINISHED = '.part';
const contextOf = (id: string): string => `file:${id}`;

/** Where sealed files lie; a backup takes this folder with the database. */
export const filesIn = (dataDir: string): string => join(dataDir, 'files');

/**
 * Files at rest, each under a random key of its own: what is on the disk is never plain, and its name is an id that tells nothing.
 * A file is on the disk for good before its row can be committed; one without a row cannot be read by anybody.
 */
export class FileVault {
  constructor(
    private readonly keys: Keys,
    private readonly subjects: SubjectVault,
    private readonly folder: string,
  ) {}

  /**
   * Takes a file in outside of any transaction, in constant memory. Resolves when it is on the disk.
   * @throws TooLarge beyond `most` bytes, and whatever the source or the disk says; nothing is left then.
   */
  async take(source: AsyncIterable<Buffer>, now: Instant, most = Number.MAX_SAFE_INTEGER): Promise<Taken> {
    const id = newId(now);
    const key = randomBytes(32);
    const hash = createHash('sha256');
    let size = 0;
    const counted = async function* (): AsyncGenerator<Buffer> {
      for await (const piece of source) {
        size += piece.length;
        if (size > most) throw new TooLarge();
        hash.update(piece);
        yield piece;
      }
    };
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    try {
      await writeForGood(this.at(id) + UNFINISHED, sealChunks(counted(), key, contextOf(id)));
      await rename(this.at(id) + UNFINISHED, this.at(id));
      await flushFolder(this.folder);
    } catch (error) {
      await this.discard(id);
      throw error;
    }
    return { id, size, sha256: hash.digest('hex'), key };
  }

  /** Keeps the key of a file in the caller's transaction, hung on the subject's key where there is one. */
  async keep(work: Pick<Work, 'manager' | 'now'>, taken: Taken, subject: string | null): Promise<void> {
    const plain = taken.key.toString('base64');
    const inner = subject ? seal(await this.subjects.keyFor(work.manager, subject, work.now), plain, contextOf(taken.id)) : plain;
    await putRows(work.manager, FileKey, [{ id: taken.id, subject, wrapped: seal(this.keys.files, inner, contextOf(taken.id)), createdAt: work.now }]);
  }

  /** The plain bytes, proven chunk by chunk. @throws FileGone at once, SealBroken when it comes to what was changed. */
  async read(manager: EntityManager, id: string): Promise<AsyncGenerator<Buffer>> {
    const key = await this.keyOf(manager, id);
    const handle = await open(this.at(id), 'r').catch((error: unknown) => {
      throw (error as { code?: string }).code === 'ENOENT' ? new FileGone() : error;
    });
    return readThrough(handle, key, contextOf(id));
  }

  /** Forgets a file that was taken and not kept. */
  async drop(taken: Taken): Promise<void> {
    taken.key.fill(0);
    await this.discard(taken.id);
  }

  /** Makes a kept file unreadable, in the caller's transaction; `discard` its bytes after the commit. */
  async destroy(work: Pick<Work, 'manager'>, id: string): Promise<void> {
    await work.manager.delete(FileKey, { id });
  }

  /** Removes the bytes. Without its key nobody could read them anyway. */
  async discard(id: string): Promise<void> {
    await rm(this.at(id), { force: true });
    await rm(this.at(id) + UNFINISHED, { force: true });
  }

  /** Removes what a power cut left half-written; to be called before anything is taken. */
  async sweep(): Promise<void> {
    for (const name of this.names()) if (name.endsWith(UNFINISHED)) await rm(join(this.folder, name), { force: true });
  }

  /** Every finished file there is, kept or not. */
  ids(): string[] {
    return this.names().filter(isId);
  }

  private names(): string[] {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    return readdirSync(this.folder);
  }

  private async keyOf(manager: EntityManager, id: string): Promise<Buffer> {
    const [row] = isId(id) ? await rowsOf(manager, FileKey, 'WHERE r.id = :id', { id }) : [];
    if (!row) throw new FileGone();
    const inner = unseal(this.keys.files, row.wrapped, contextOf(id));
    if (!row.subject) return Buffer.from(inner, 'base64');
    const key = (await this.subjects.keysOf(manager, [row.subject])).get(row.subject);
    if (!key) throw new FileGone();
    return Buffer.from(unseal(key, inner, contextOf(id)), 'base64');
  }

  private at(id: string): string {
    return join(this.folder, id);
  }
}

async function* readThrough(handle: FileHandle, key: Buffer, context: string): AsyncGenerator<Buffer> {
  try {
    const { size } = await handle.stat();
    const read = async (at: number, length: number): Promise<Buffer> => {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, at);
      return buffer.subarray(0, bytesRead);
    };
    yield* openChunks({ size, read }, key, context);
  } finally {
    key.fill(0);
    await handle.close();
  }
}

/** Only its owner can read it, nothing is overwritten, and it is on the disk when this resolves. */
async function writeForGood(path: string, chunks: AsyncIterable<Buffer>): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of chunks) await handle.writeFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The name of a new file is an entry of its folder, which has to reach the disk too. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
