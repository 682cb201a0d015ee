import { createCipheriv, createDecipheriv } from 'node:crypto';
import { SealBroken } from './seal.js';

/**
 * A file as it lies on the disk: a mark of the form, then chunks of AES-256-GCM in the STREAM construction (Hoang, Reyhanitabar,
 * Rogaway, Vizár 2015): the nonce counts the chunks and says of the last that it is the last, so none can be dropped, doubled, swapped or
 * cut off. A key seals one file only, so the nonce may begin at nought. `context` is bound to every chunk.
 */
export const FORM = Buffer.from('HBF1');
export const CHUNK = 64 * 1024;
const TAG = 16;
const SEALED_CHUNK = CHUNK + TAG;
/** 2^32 chunks would be 256 TB; a counter that runs over would use a nonce twice. */
const MOST_CHUNKS = 2 ** 32;

/** The sealed bytes of what the source gives, a chunk at a time; never more than two chunks are in memory. */
export async function* sealChunks(source: AsyncIterable<Buffer>, key: Buffer, context: string): AsyncGenerator<Buffer> {
  yield FORM;
  let index = 0;
  for await (const { chunk, last } of inChunks(source)) {
    if (index >= MOST_CHUNKS) throw new Error('a file is longer than a key can seal');
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, last));
    cipher.setAAD(Buffer.from(context));
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
    index += 1;
  }
}

/** Something to read at a place, such as an opened file. */
export interface Readable {
  readonly size: number;
  read(at: number, length: number): Promise<Buffer>;
}

/**
 * The plain bytes, a chunk at a time: each was proven before it is given. What is wrong further on is found only there, so an
 * answer that has begun has to be broken off.
 * @throws SealBroken when one byte is another, a chunk is missing or elsewhere, or the file belongs to another id.
 */
export async function* openChunks(file: Readable, key: Buffer, context: string): AsyncGenerator<Buffer> {
  const mark = await file.read(0, FORM.length);
  const body = file.size - FORM.length;
  if (!mark.equals(FORM) || body < TAG) throw new SealBroken();
  const chunks = Math.ceil(body / SEALED_CHUNK);
  for (let index = 0; index < chunks; index += 1) {
    const at = index * SEALED_CHUNK;
    const sealed = await file.read(FORM.length + at, Math.min(SEALED_CHUNK, body - at));
    const plain = openChunk(sealed, key, nonceOf(index, index === chunks - 1), context);
    // Only an empty file ends with an empty chunk.
    if (plain.length === 0 && index > 0) throw new SealBroken();
    yield plain;
  }
}

function openChunk(sealed: Buffer, key: Buffer, nonce: Buffer, context: string): Buffer {
  if (sealed.length < TAG) throw new SealBroken();
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(-TAG));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()]);
  } catch {
    throw new SealBroken();
  }
}

/** Seven empty bytes, four that count, one that says whether it is the last. */
function nonceOf(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** Cuts what comes in pieces of any size into whole chunks. The last is never empty unless all of it is. */
async function* inChunks(source: AsyncIterable<Buffer>): AsyncGenerator<{ chunk: Buffer; last: boolean }> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const piece of source) {
    for (let rest = piece; rest.length > 0; ) {
      // A full chunk waits until it is known whether anything follows it.
      if (length === CHUNK) {
        yield { chunk: Buffer.concat(waiting), last: false };
        waiting = [];
        length = 0;
      }
      const taken = rest.subarray(0, CHUNK - length);
      waiting.push(Buffer.from(taken));
      length += taken.length;
      rest = rest.subarray(taken.length);
    }
  }
  yield { chunk: Buffer.concat(waiting), last: true };
}
