import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

export interface Hit {
  readonly where: string;
  readonly word: string;
  readonly encoding: string;
}

interface Pattern {
  readonly word: string;
  readonly encoding: string;
  readonly bytes: Buffer;
}

/** Finds words in bytes, in every form in which a program of this kind might leave them behind. */
export class Scanner {
  private readonly patterns: readonly Pattern[];

  constructor(words: readonly string[]) {
    this.patterns = words.flatMap((word) => Object.entries(formsOf(word)).map(([encoding, bytes]) => ({ word, encoding, bytes })));
  }

  bytes(where: string, content: Buffer, unpack: boolean = true): Hit[] {
    const plain = this.patterns.filter(({ bytes }) => content.includes(bytes)).map(({ word, encoding }) => ({ where, word, encoding }));
    const packed = unpack ? unpacked(content).flatMap((inner) => this.bytes(`${where} (unpacked)`, inner, false)) : [];
    return [...plain, ...packed];
  }

  /** Every file under a folder, its name included. */
  folder(folder: string): Hit[] {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      const named = this.bytes(`name of ${path}`, Buffer.from(entry.name), false);
      return entry.isFile() ? [...named, ...this.bytes(path, contentOf(path))] : named;
    });
  }
}

/** A file that a program takes away while we look holds nothing any more. */
function contentOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

/** The forms of a word: encodings of text, and texts that carry bytes. */
export function formsOf(word: string): Record<string, Buffer> {
  const utf8 = Buffer.from(word);
  const utf16 = Buffer.from(word, 'utf16le');
  const percent = [...utf8].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  const escapes = [...utf16.toString('utf16le')].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  const forms: Record<string, Buffer> = {
    ...{ 'UTF-8': utf8, 'UTF-16LE': utf16, 'UTF-16BE': Buffer.from(utf16).swap16() },
    ...{ hex: Buffer.from(utf8.toString('hex')), HEX: Buffer.from(utf8.toString('hex').toUpperCase()), 'URL': Buffer.from(encodeURIComponent(word)), 'url': Buffer.from(percent) },
    'JSON': Buffer.from(escapes),
  };
  for (const [name, letters] of Object.entries(singleBytes)) {
    const bytes = inLetters(word, letters);
    if (bytes) forms[name] = bytes;
  }
  for (const text of [utf8, utf16]) for (let shift = 0; shift < 3; shift += 1) forms[`base64+${shift}${text === utf16 ? ' of UTF-16' : ''}`] = base64At(text, shift);
  return forms;
}

/** What of a base64 text is the same whatever stands before and after the word. */
function base64At(bytes: Buffer, shift: number): Buffer {
  const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64').replace(/=+$/, '');
  const whole = Math.floor(((shift + bytes.length) * 8) / 6);
  return Buffer.from(text.slice(shift === 0 ? 0 : shift + 1, whole));
}

const decoded = (label: string): string => new TextDecoder(label).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
const singleBytes = { 'windows-1251': decoded('windows-1251'), 'KOI8-R': decoded('koi8-r') };

function inLetters(word: string, letters: string): Buffer | null {
  const bytes = [...word].map((letter) => letters.indexOf(letter));
  return bytes.includes(-1) || bytes.every((byte) => byte < 128) ? null : Buffer.from(bytes);
}

const starts = [
  { mark: Buffer.of(0x1f, 0x8b, 0x08), open: (bytes: Buffer) => gunzipSync(bytes, partial) },
  { mark: Buffer.from('PK\x03\x04'), open: (bytes: Buffer) => inflateRawSync(bytes.subarray(30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28)), partial) },
  { mark: Buffer.of(0x78, 0x9c), open: (bytes: Buffer) => inflateSync(bytes, partial) },
];
const partial = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 8_000_000 };

/** What was packed, wherever a packed part begins. */
function unpacked(content: Buffer): Buffer[] {
  return starts.flatMap(({ mark, open }) => {
    const found: Buffer[] = [];
    for (let at = content.indexOf(mark); at >= 0; at = content.indexOf(mark, at + 1)) {
      try {
        const inner = open(content.subarray(at));
        if (inner.length > 0) found.push(inner);
      } catch {
        // two bytes that happen to look like a beginning
      }
    }
    return found;
  });
}
