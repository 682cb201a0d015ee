import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** https://www.sqlite.org/fileformat2.html#the_write_ahead_log */
const HEADER = 32;
const FRAME_HEADER = 24;
const MAGIC = 0x377f0682;

type Sum = readonly [number, number];

/**
 * How many commits stand in a write-ahead file behind a frame that is not as it was written. The engine stops reading at
 * such a frame and says nothing. One commit may be there honestly: that of a power cut, which nobody was told of, for the
 * next one begins only when the disk has the one before. More than one means that acknowledged work would be lost in silence.
 * Infinity when the head of the file is not whole, so that nothing in it would be read.
 */
export function commitsBehindFault(file: string): number {
  const handle = openSync(file, 'r');
  try {
    const size = fstatSync(handle).size;
    const header = Buffer.alloc(HEADER);
    if (size <= HEADER) return 0;
    readSync(handle, header, 0, HEADER, 0);
    const bigEndian = (header.readUInt32BE(0) & 1) === 1;
    let sum: Sum = sumOf(header.subarray(0, 24), bigEndian, [0, 0]);
    if ((header.readUInt32BE(0) & ~1) !== MAGIC || !matches(header, 24, sum)) return Infinity;
    const frame = Buffer.alloc(FRAME_HEADER + header.readUInt32BE(8));
    let [whole, behind] = [true, 0];
    for (let at = HEADER; at + frame.length <= size; at += frame.length) {
      readSync(handle, frame, 0, frame.length, at);
      const current = frame.subarray(8, 16).equals(header.subarray(16, 24));
      if (whole) {
        sum = sumOf(frame.subarray(FRAME_HEADER), bigEndian, sumOf(frame.subarray(0, 8), bigEndian, sum));
        whole = current && matches(frame, 16, sum);
      }
      if (!whole && current && frame.readUInt32BE(4) !== 0) behind += 1;
    }
    return behind;
  } finally {
    closeSync(handle);
  }
}

const matches = (bytes: Buffer, at: number, [first, second]: Sum): boolean => bytes.readUInt32BE(at) === first && bytes.readUInt32BE(at + 4) === second;

/** The running checksum of the format: two sums over pairs of 32-bit words. */
function sumOf(bytes: Buffer, bigEndian: boolean, from: Sum): Sum {
  let [first, second] = from;
  for (let at = 0; at < bytes.length; at += 8) {
    first = (first + (bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + second) >>> 0;
    second = (second + (bigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + first) >>> 0;
  }
  return [first, second];
}
