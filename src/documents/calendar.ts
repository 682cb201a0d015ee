import type { Instant } from '../kernel/time/public.js';

export interface CalendarEntry {
  /** The same at every export, so that a calendar replaces instead of adding. */
  readonly id: string;
  readonly title: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly note: string | null;
}

/**
 * Appointments as iCalendar (RFC 5545): lines end with CRLF and are folded at 75 octets, texts are escaped.
 * @param made the moment of the export
 */
export function renderCalendar(entries: readonly CalendarEntry[], made: Instant): string {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Habeas//timeline//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'],
    ...entries.flatMap(({ id, title, from, to, note }) => [
      ...['BEGIN:VEVENT', `UID:${escaped(id)}@habeas`, `DTSTAMP:${stamp(made)}`, `DTSTART:${stamp(from)}`, `DTEND:${stamp(to)}`],
      `SUMMARY:${escaped(title)}`,
      ...(note ? [`DESCRIPTION:${escaped(note)}`] : []),
      // Whoever looks over a shoulder sees that the time is taken, no more.
      ...['CLASS:CONFIDENTIAL', 'END:VEVENT'],
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** `20210110T083000Z` */
const stamp = (at: Instant): string => `${at.slice(0, 19).replace(/[-:]/g, '')}Z`;

const escaped = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');

/** Octets of one line; the next ones begin with a space. */
const WIDTH = 75;

function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  for (const letter of line) {
    if (Buffer.byteLength(piece + letter) > WIDTH - (pieces.length > 0 ? 1 : 0)) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece].join('\r\n ');
}
