import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { stringsOfPdf } from './strings-of-pdf.js';
import { isPng, wordsOfPng } from './words-of-png.js';

/** Everything a file would tell somebody who looks into it with more than the program it was made for. */
export type Format = 'pdf' | 'docx' | 'xlsx' | 'ods' | 'csv' | 'json' | 'svg' | 'png';

/**
 * All text of a rendered file: what is shown, and what lies beside it (titles, authors, alternative texts, hidden sheets,
 * comments, attachments of an office file). Names of parts count too.
 * @throws Error when the file is not what its format says: a file nobody can read through is not published.
 */
export async function wordsOfFile(bytes: Buffer, format: Format): Promise<string> {
  if (format === 'pdf') return wordsOfPdf(bytes);
  if (format === 'docx' || format === 'xlsx' || format === 'ods') return wordsOfPackage(bytes);
  return wordsOfPart(bytes);
}

const fonts = new URL('./standard_fonts/', pathToFileURL(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))).pathname;

/** Large, and asked for once in a while. It says that it cannot draw, which nobody asks of it; that is not told on. */
async function reader(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> {
  const log = console.log;
  console.log = (...said: unknown[]) => (String(said[0]).startsWith('Warning: Cannot ') ? undefined : log(...said));
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.log = log;
  }
}

async function wordsOfPdf(bytes: Buffer): Promise<string> {
  const { getDocument } = await reader();
  const document = await getDocument({ data: new Uint8Array(bytes), isEvalSupported: false, standardFontDataUrl: fonts, verbosity: 0 }).promise;
  try {
    const attached = Object.entries(((await document.getAttachments()) ?? {}) as Record<string, { readonly content?: Uint8Array }>);
    const found = [...stringsOfPdf(bytes), JSON.stringify(await document.getMetadata())];
    for (const [name, { content = new Uint8Array() }] of attached) found.push(name, wordsOfPart(Buffer.from(content)));
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      found.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : ' ') : '')).join(''));
    }
    return found.join('\n');
  } finally {
    await document.destroy();
  }
}

/**
 * Office files are zipped XML. What the package says of itself counts too: comments of its parts and of the whole, and whatever
 * somebody put behind or between them.
 */
function wordsOfPackage(bytes: Buffer): string {
  const parts = Object.entries(unzipSync(new Uint8Array(bytes)));
  return [...parts.map(([name, part]) => `${name}\n${wordsOfPart(Buffer.from(part))}`), ...commentsOf(bytes)].join('\n');
}

const wordsOfPart = (part: Buffer): string => (isPng(part) ? wordsOfPng(part) : plainText(part.toString('utf8')));

const ENTRY = Buffer.from('PK\x01\x02', 'latin1');
const END = Buffer.from('PK\x05\x06', 'latin1');

/** From the directory at the end of a ZIP file (APPNOTE 4.3.12, 4.3.16). */
function commentsOf(bytes: Buffer): string[] {
  const end = bytes.lastIndexOf(END);
  const found = [bytes.toString('utf8', end + 22)];
  for (let at = bytes.readUInt32LE(end + 16); at >= 0 && at < end && bytes.subarray(at, at + 4).equals(ENTRY); ) {
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place)) as [number, number, number];
    const after = at + 46 + name + extra + comment;
    found.push(bytes.toString('utf8', at + 46 + name, after));
    at = after;
  }
  return found;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** What marks of XML, of Excel and of JSON stand for. */
const decoded = (text: string): string =>
  text
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (mark, decimal?: string, hex?: string, name?: string) =>
      decimal ? letterOf(Number(decimal), mark) : hex ? letterOf(parseInt(hex, 16), mark) : (ENTITIES[name ?? ''] ?? mark),
    )
    .replace(/(?:_x|\\u)([\da-f]{4})_?/gi, (mark, hex: string) => letterOf(parseInt(hex, 16), mark));

const letterOf = (code: number, mark: string): string => (code <= 0x10ffff ? String.fromCodePoint(code) : mark);

/**
 * Three times: as it stands but for the names of elements and attributes, so that attributes and comments count; without marks,
 * so that a name cut up by them is whole; and with a gap for each mark, so that two words parted by nothing else are two.
 */
const plainText = (text: string): string =>
  [text.replace(/<\/?[A-Za-z][\w:.-]*|[A-Za-z][\w:.-]*=(?=["'])/g, ' '), text.replace(/<\/(?:w:p|text:p|p|row|c|si|text|title|desc|td|th|tr|li)>/g, ' \n').replace(/<[^>]*>/g, ''), text.replace(/<[^>]*>/g, ' ')].map(decoded).join('\n');
