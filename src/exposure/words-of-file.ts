import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { stringsOfPdf } from './strings-of-pdf.js';

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
  // A picture of our own making has no text but in its chunks of metadata, which are read as they stand.
  return plainText(format === 'png' ? bytes.toString('latin1') : bytes.toString('utf8'));
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
    const found = [...stringsOfPdf(bytes), JSON.stringify(await document.getMetadata()), JSON.stringify(await document.getAttachments())];
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

/** Office files are zipped XML: an element's end parts words only where a reader would see a gap. */
function wordsOfPackage(bytes: Buffer): string {
  const parts = Object.entries(unzipSync(new Uint8Array(bytes)));
  return parts.map(([name, part]) => `${name}\n${plainText(strFromU8(part))}`).join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Twice: as it stands, so that attributes and comments count; and without marks, so that a name cut up by them is whole. */
function plainText(text: string): string {
  const whole = text
    .replace(/<\/(?:w:p|text:p|p|row|c|si|text|title|desc|td|th|tr|li)>/g, ' \n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (mark, decimal?: string, hex?: string, name?: string) =>
      decimal ? String.fromCodePoint(Number(decimal)) : hex ? String.fromCodePoint(parseInt(hex, 16)) : (ENTITIES[name ?? ''] ?? mark),
    );
  return `${text}\n${whole}`;
}
