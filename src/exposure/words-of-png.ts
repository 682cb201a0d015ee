import { inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

export const isPng = (bytes: Buffer): boolean => bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE);

/** What the chunks of a picture say in words (PNG 11.3.3): plain, compressed, of any language. The picture itself is not read. */
export function wordsOfPng(bytes: Buffer): string {
  const found: string[] = [];
  for (let at = SIGNATURE.length; at + 8 <= bytes.length; ) {
    const [length, kind] = [bytes.readUInt32BE(at), bytes.toString('latin1', at + 4, at + 8)];
    if (kind !== 'IDAT') found.push(...wordsIn(bytes.subarray(at + 8, at + 8 + length)));
    at += 12 + length;
  }
  found.push(bytes.subarray(bytes.lastIndexOf('IEND') + 8).toString('utf8'));
  return found.join('\n');
}

/** In both alphabets a chunk may be written in, and whatever of it can be inflated. */
const wordsIn = (data: Buffer): string[] => [data.toString('utf8'), data.toString('latin1'), ...zeroesIn(data).map((zero) => inflated(data.subarray(zero + 1)))].filter(Boolean);

/** Before compressed words stand a name and a few more words, each closed by a nought; after the last of these at most two bytes of flags. */
const zeroesIn = (data: Buffer): number[] => [...data.entries()].flatMap(([n, byte]) => (byte === 0 ? [n] : [])).slice(0, 8);

function inflated(data: Buffer): string {
  try {
    return inflateSync(data).toString('utf8');
  } catch {
    return ''; // not where compressed words begin
  }
}
