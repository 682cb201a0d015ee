import { unknownMoment, type Bounds } from './bounds.js';
import type { TypedContext } from './typed-calendar.js';
import { endsOf } from './typed-bounds.js';
import { Unreadable, type TypedFault } from './typed-fault.js';
import { hasDate, hasHour, momentOf } from './typed-moment.js';
import { tokensOf, type Token } from './typed-tokens.js';
import { windowOf } from './typed-window.js';
import { foldTyped } from './typed-words.js';
import { zoneExists } from './zone.js';

export type ReadTyped = { readonly ok: true; readonly bounds: Bounds } | { readonly ok: false; readonly code: TypedFault };

const LONGEST = 200;

/**
 * Reads what people type for a moment, in English, Russian and Kazakh, mixed as they come:
 * `10.01.2021 14:30`, `10 января 2021 около 14:30`, `between 10:30 and 11:15`, `түске дейін`, `2021`, `not known`.
 *
 * - Full stops: the day comes first. Slashes: read only if one order is possible, else `time.ambiguous`.
 * - A time without a date is on `onDate`, else `time.needs_date`.
 * - `10.01.2021 before noon` (day first, or the day of the form) is on that day, from 00:00;
 *   `before 10.01.2021 12:00` leaves the earliest open. The same holds for `after`.
 * - Where clocks were set back or forward the bounds hold both readings.
 *
 * The bounds keep the text letter by letter in `asSaid`. Show them with sayBounds so that the reading can be checked.
 */
export function readTyped(text: string, context: TypedContext): ReadTyped {
  if (!zoneExists(context.zone)) return { ok: false, code: 'time.zone_unknown' };
  if (text.length > LONGEST) return { ok: false, code: 'time.unreadable' };
  try {
    const tokens = tokensOf(foldTyped(text));
    if (tokens.length === 0) return { ok: false, code: 'time.unreadable' };
    return { ok: true, bounds: boundsOf(tokens, text, context) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, code: error.code };
    throw error;
  }
}

function boundsOf(tokens: readonly Token[], asSaid: string, context: TypedContext): Bounds {
  const { zone } = context;
  const window = windowIn(tokens);
  if (window) return { ...windowOf(momentOf(window.from), momentOf(window.to), context), zone, asSaid };
  const moment = momentOf(tokens.filter((token) => token.is !== 'dash'));
  if (moment.unknown && (hasHour(moment) || moment.side !== null || moment.about)) throw new Unreadable('time.unreadable');
  if (moment.unknown && !hasDate(moment)) return unknownMoment(zone, asSaid);
  if (!hasDate(moment) && !hasHour(moment)) throw new Unreadable('time.unreadable');
  return { ...endsOf(moment, context), zone, asSaid };
}

interface Window {
  readonly from: readonly Token[];
  readonly to: readonly Token[];
}

/**
 * Finds the two sides of "between A and B", "A - B", "from A until B", "A-дан B-ға дейін"; null when there is one moment.
 * A dash between a date and its hour ("10.01.2021 - 14:30") only parts them.
 */
function windowIn(tokens: readonly Token[]): Window | null {
  const said = tokens.filter((token) => token.is !== 'between');
  for (const [place, token] of said.entries()) {
    const cut = { from: said.slice(0, place), to: said.slice(place + 1) };
    if (token.is === 'dash' && (!tells(cut.from) || onlyDate(cut.from) !== onlyDate(cut.to))) continue;
    if (token.is === 'and' || token.is === 'dash') return trimmed(cut);
  }
  const until = said.findIndex((token) => token.is === 'before' || token.is === 'by');
  const since = said.findIndex((token) => token.is === 'since' || token.is === 'from_ending');
  if (since >= 0 && until > since) {
    const inFront = { from: said.slice(since, until), to: said.slice(until + 1) };
    const behind = { from: said.slice(0, since), to: said.slice(since + 1, until) };
    if (tells(inFront.from) && tells(inFront.to)) return trimmed({ ...inFront, from: said.slice(0, until) });
    if (tells(behind.from) && tells(behind.to)) return trimmed({ ...behind, to: [...behind.to, ...said.slice(until + 1)] });
  }
  if (said.length < tokens.length) throw new Unreadable('time.unreadable');
  return null;
}

const trimmed = ({ from, to }: Window): Window => ({
  from: from.filter((token) => token.is !== 'since' && token.is !== 'from_ending' && token.is !== 'dash'),
  to: to.filter((token) => !['since', 'before', 'by', 'from_ending', 'dash'].includes(token.is)),
});

const hours = new Set(['clock', 'noon', 'midnight', 'part']);
const dates = new Set(['date', 'number', 'month', 'today', 'yesterday', 'day_before_yesterday']);

const tells = (tokens: readonly Token[]): boolean => tokens.some(({ is }) => hours.has(is) || dates.has(is));

/** A date, and no hour beside it. */
const onlyDate = (tokens: readonly Token[]): boolean =>
  tokens.some(({ is }) => dates.has(is)) && !tokens.some(({ is }) => hours.has(is));
