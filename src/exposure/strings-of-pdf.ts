import { inflateSync } from 'node:zlib';

/**
 * Every string object of a PDF file (ISO 32000-1, 7.3.4), also those that no page shows: alternative texts, bookmarks,
 * metadata. Streams that can be inflated are looked through too; text drawn on pages is glyph numbers and is not among them.
 */
export function stringsOfPdf(bytes: Buffer): string[] {
  const raw = bytes.toString('latin1');
  return [raw, ...streamsOf(bytes, raw)].flatMap((text) => [...literals(text), ...hexadecimals(text), ...packets(text)]);
}

/** What PDF/A has to say of the meaning of its own fields (ISO 19005-3, 6.6.2.3): the same words in every file, "name of the application" among them. */
const OF_FIELDS = /<pdfaExtension:schemas>[\s\S]*?<\/pdfaExtension:schemas>/g;

/** Metadata are XML of their own (XMP), of the document and of any picture in it. */
const packets = (text: string): string[] => (text.match(/<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/g) ?? []).map((packet) => Buffer.from(packet, 'latin1').toString('utf8').replace(OF_FIELDS, ' ').replace(/<[^>]*>/g, ' '));


function streamsOf(bytes: Buffer, raw: string): string[] {
  return [...raw.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: mark }) => {
    const start = index + mark.length;
    const end = raw.indexOf('endstream', start);
    try {
      return [inflateSync(bytes.subarray(start, end)).toString('latin1')];
    } catch {
      return []; // not compressed: it stands in the raw text already
    }
  });
}

const hexadecimals = (text: string): string[] =>
  [...text.matchAll(/<([0-9A-Fa-f\s]{4,})>/g)].map(([, digits = '']) => decoded(Buffer.from(digits.replace(/\s/g, ''), 'hex')));

const literals = (text: string): string[] =>
  [...text.matchAll(/\(((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S])*\))*)\)/g)].map(([, inside = '']) => decoded(Buffer.from(unescaped(inside), 'latin1')));

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

const unescaped = (text: string): string =>
  text.replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal?: string, letter = '') => (octal ? String.fromCharCode(parseInt(octal, 8)) : (escapes[letter] ?? letter)));

/** UTF-16 with its mark, else UTF-8, which holds plain letters too. */
const decoded = (bytes: Buffer): string =>
  bytes[0] === 0xfe && bytes[1] === 0xff ? Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2))).swap16().toString('utf16le') : bytes.toString('utf8');
