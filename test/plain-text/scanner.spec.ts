import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formsOf, Scanner } from './scanner.js';

const words = ['Крутобережная', 'Шаңырақбаева', '+77019998147'];

/** A search that finds nothing proves nothing unless it finds what is there. */
describe('the scanner', () => {
  const scanner = new Scanner(words);

  it.each(words.flatMap((word) => Object.keys(formsOf(word)).map((encoding) => ({ word, encoding }))))('finds $word in $encoding amid noise', ({ word, encoding }) => {
    const found = scanner.bytes('noise', Buffer.concat([Buffer.alloc(4097, 7), formsOf(word)[encoding] ?? Buffer.alloc(0), Buffer.alloc(99, 8)]));
    expect(found).toContainEqual({ where: 'noise', word, encoding });
  });

  it('finds a word in base64 and in hex wherever it stands in a longer text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ maxLength: 40 }), fc.constantFrom(...words), (before, after, word) => {
        const whole = Buffer.concat([before, Buffer.from(word), after]);
        expect(scanner.bytes('', Buffer.from(whole.toString('base64')), false).map((hit) => hit.word)).toContain(word);
        expect(scanner.bytes('', Buffer.from(whole.toString('hex')), false).map((hit) => hit.word)).toContain(word);
      }),
    );
  });

  it('looks into what is packed, and at names of files', () => {
    const text = Buffer.from(`page of ${words[0]}, `.repeat(40));
    for (const packed of [gzipSync(text), deflateSync(text)]) expect(scanner.bytes('', Buffer.concat([Buffer.alloc(10), packed]))).toHaveLength(1);
    const folder = mkdtempSync(join(tmpdir(), 'habeas-scan-'));
    writeFileSync(join(folder, `${words[0]}.txt`), '');
    expect(scanner.folder(folder)).toHaveLength(1);
    rmSync(folder, { recursive: true });
  });

  it('finds nothing where nothing is', () => {
    expect(scanner.bytes('', Buffer.from('Крутой берег, +7 701'))).toEqual([]);
  });
});
