import { Problem } from '../kernel/errors/public.js';

/** A kind of file that is taken, with the endings its names may have. */
interface Taken {
  readonly type: string;
  readonly endings: readonly string[];
  readonly fits: (head: Buffer) => boolean;
}

const begins = (head: Buffer, hex: string, at = 0): boolean => head.subarray(at, at + hex.length / 2).equals(Buffer.from(hex, 'hex'));
const says = (head: Buffer, text: string, at = 0): boolean => head.subarray(at, at + text.length).toString('latin1') === text;
const brand = (head: Buffer): string | null => (says(head, 'ftyp', 4) ? head.subarray(8, 12).toString('latin1') : null);
const zipOf = (head: Buffer, part: string): boolean => begins(head, '504b0304') && head.includes(part);

/** What is taken: papers, pictures, sound and film. Nothing that a program would run, and no pictures that are programs (SVG). */
const taken: readonly Taken[] = [
  { type: 'application/pdf', endings: ['pdf'], fits: (head) => says(head, '%PDF-') },
  { type: 'image/jpeg', endings: ['jpg', 'jpeg'], fits: (head) => begins(head, 'ffd8ff') },
  { type: 'image/png', endings: ['png'], fits: (head) => begins(head, '89504e470d0a1a0a') },
  { type: 'image/webp', endings: ['webp'], fits: (head) => says(head, 'RIFF') && says(head, 'WEBP', 8) },
  { type: 'image/heic', endings: ['heic', 'heif'], fits: (head) => ['heic', 'heix', 'mif1'].includes(brand(head) ?? '') },
  { type: 'image/tiff', endings: ['tif', 'tiff'], fits: (head) => begins(head, '49492a00') || begins(head, '4d4d002a') },
  { type: 'video/quicktime', endings: ['mov'], fits: (head) => brand(head) === 'qt  ' },
  { type: 'audio/mp4', endings: ['m4a'], fits: (head) => (brand(head) ?? '').startsWith('M4A') },
  { type: 'video/mp4', endings: ['mp4', 'm4v'], fits: (head) => brand(head) !== null },
  { type: 'video/webm', endings: ['webm', 'mkv'], fits: (head) => begins(head, '1a45dfa3') },
  { type: 'audio/ogg', endings: ['ogg', 'opus', 'oga'], fits: (head) => says(head, 'OggS') },
  { type: 'audio/wav', endings: ['wav'], fits: (head) => says(head, 'RIFF') && says(head, 'WAVE', 8) },
  { type: 'audio/mpeg', endings: ['mp3'], fits: (head) => says(head, 'ID3') || (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0) },
  { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'], fits: (head) => zipOf(head, '[Content_Types].xml') || zipOf(head, 'word/') },
  { type: 'application/vnd.oasis.opendocument.text', endings: ['odt'], fits: (head) => zipOf(head, 'mimetypeapplication/vnd.oasis.opendocument.text') },
  { type: 'text/plain', endings: ['txt'], fits: isText },
];

/** How much of the beginning has to be at hand. */
export const HEAD = 4096;
/** Where the end of a zip archive says where it begins; its comment may be that long. */
export const TAIL = 66_000;

/** Every ending that is taken, for the form. */
export const endingsTaken: readonly string[] = taken.flatMap(({ endings }) => endings);

/** What its bytes say it is. @throws Problem `evidence.kind_not_taken` (415) for what is not on the list, or is two things at once */
export function mediaTypeOf(head: Buffer, tail: Buffer): string {
  const found = taken.find(({ fits }) => fits(head));
  if (!found || isTwoThings(found.type, head, tail)) throw new Problem('evidence.kind_not_taken', { status: 415 });
  return found.type;
}

/** @throws Problem `evidence.name_unlike` (422) when the name says another kind than the bytes */
export function checkName(name: string, type: string): void {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const fits = taken.some((one) => one.type === type && one.endings.includes(ending));
  if (!fits) throw new Problem('evidence.name_unlike', { status: 422, fields: [{ field: 'fileName', code: 'evidence.name_unlike' }] });
}

/**
 * A file that one program reads as a picture and another as a page or an archive: what is looked at here would not be what is run
 * there. A zip archive is found at its end, a PDF within the first kilobyte, a page by its first tags.
 */
function isTwoThings(type: string, head: Buffer, tail: Buffer): boolean {
  const isZip = type.startsWith('application/vnd.');
  if (!isZip && endsAsZip(tail)) return true;
  const start = head.subarray(0, 1024).toString('latin1').toLowerCase();
  if (type !== 'application/pdf' && start.includes('%pdf-')) return true;
  return /<(?:!doctype|html|head|body|script|svg|iframe|\?php|\?xml-stylesheet)/.test(start) && type !== 'application/pdf';
}

function endsAsZip(tail: Buffer): boolean {
  for (let at = tail.lastIndexOf('504b0506', undefined, 'hex'); at >= 0; at = at > 0 ? tail.lastIndexOf('504b0506', at - 1, 'hex') : -1) {
    if (at + 22 <= tail.length && tail.readUInt16LE(at + 20) === tail.length - at - 22) return true;
  }
  return false;
}

function isText(head: Buffer): boolean {
  if (head.length === 0 || head.includes(0)) return false;
  // A letter may be cut in two at the end of what is at hand.
  const text = new TextDecoder('utf-8', { fatal: false }).decode(head);
  return !text.slice(0, -2).includes('\ufffd');
}
