import type { Bounds } from './bounds.js';
import { dayPartMinutes, type DayPart } from './day-parts.js';
import { addMilliseconds, minutesBetween, type Instant } from './instant.js';
import {
  endsDay, longDay, middleOf, offsetText, sameDay, shownAt, shownEnd, startsDay, type SayDay,
} from './say-shown.js';
import { placeOf, speechOf, type Language, type Speech } from './say-words.js';
import { addCalendarDays, readDay, type CalendarDay } from './zone.js';

export interface SayOptions {
  /** Leaves out "Almaty time (UTC+6)", for a page that says it once. */
  readonly withoutZone?: boolean;
}

interface Manner {
  readonly speech: Speech;
  readonly sayDay: SayDay;
  readonly short: boolean;
  readonly zone: string;
}

type Known = Bounds & { readonly earliest: Instant; readonly latest: Instant };

/** The bounds in full words: "Sunday 10 January 2021, between 10:30 and 11:15, Almaty time (UTC+6)". */
export function sayBounds(bounds: Bounds, language: Language, options: SayOptions = {}): string {
  const speech = speechOf(language);
  const words = say(bounds, { speech, sayDay: longDay(speech), short: false, zone: bounds.zone });
  const zoneless = options.withoutZone || ['unknown', 'month', 'year'].includes(bounds.precision);
  return zoneless ? words : `${words}, ${sayZone(bounds, speech)}`;
}

/** The bounds for a table: "10 Jan 2021, 10:30–11:15". The zone is left to the head of the table. */
export function sayShort(bounds: Bounds, language: Language): string {
  const speech = speechOf(language);
  return say(bounds, { speech, sayDay: speech.shortDay, short: true, zone: bounds.zone });
}

/** One known moment: "10 Jan 2021, 14:30". */
export function sayInstant(moment: Instant, zone: string, language: Language): string {
  const { day, clock } = shownAt(moment, zone);
  const speech = speechOf(language);
  return speech.at(speech.shortDay(day), clock);
}

/** A calendar day such as `2021-01-10` for a table: "10 Jan 2021". @throws never: what is no day is said as it stands. */
export function sayCalendarDay(day: string, language: Language): string {
  const read = readDay(day);
  return read ? speechOf(language).shortDay(read) : day;
}

/** The same where there is room: "Sunday 10 January 2021". */
export function sayLongDay(day: string, language: Language): string {
  const read = readDay(day);
  return read ? longDay(speechOf(language))(read) : day;
}

/** The same without the day of the week: "10 January 2021". */
export function sayDate(day: string, language: Language): string {
  const read = readDay(day);
  return read ? speechOf(language).date(read) : day;
}

/** One known moment in full, to the minute: "10 January 2021, 14:30". */
export function sayMinute(moment: Instant, zone: string, language: Language): string {
  const { day, clock } = shownAt(moment, zone);
  const speech = speechOf(language);
  return speech.at(speech.date(day), clock.slice(0, 5));
}

/** A month such as `2021-01` for a table: "Jan 2021". */
export function sayMonth(month: string, language: Language): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return speechOf(language).shortMonth(year, number);
}

/** The same where there is room: "January 2021". */
export function sayLongMonth(month: string, language: Language): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return speechOf(language).month(year, number);
}

function say(bounds: Bounds, manner: Manner): string {
  const { speech, zone } = manner;
  if (bounds.precision === 'before' || bounds.precision === 'after') return sayOpen(bounds, manner);
  const { earliest, latest } = bounds;
  if (earliest === null || latest === null) return speech.unknown;
  const known = { ...bounds, earliest, latest };
  const { day, clock } = shownAt(earliest, zone);
  switch (bounds.precision) {
    case 'exact':
      return sayExact(known, manner);
    case 'about':
      return sayAbout(known, manner);
    case 'part_of_day':
      return sayPart(known, manner);
    case 'day':
      return manner.short ? manner.sayDay(day) : speech.at(manner.sayDay(day), speech.hourUnknown);
    case 'month':
      return manner.short ? speech.shortMonth(day.year, day.month) : speech.month(day.year, day.month);
    case 'year':
      return speech.year(day.year);
    default:
      return earliest === latest ? speech.at(manner.sayDay(day), clock) : sayWindow(known, manner);
  }
}

/** An exact time has two ends only where the clocks were changed. */
function sayExact({ earliest, latest }: Known, manner: Manner): string {
  const { sayDay, speech, zone, short } = manner;
  const [first, last] = [shownAt(earliest, zone), shownAt(latest, zone)];
  const words = speech.at(sayDay(first.day), first.clock);
  if (earliest === latest) return words;
  if (first.clock !== last.clock) return sayWindow({ earliest, latest }, manner);
  return short ? words : `${words} (${speech.clocksChanged})`;
}

function sayAbout({ earliest, latest }: Known, { sayDay, speech, zone, short }: Manner): string {
  const { day, clock } = shownAt(middleOf(earliest, latest), zone);
  const words = speech.at(sayDay(day), speech.about(clock));
  return short ? words : `${words} (${shownAt(earliest, zone).clock}–${shownAt(latest, zone).clock})`;
}

function sayPart(known: Known, manner: Manner): string {
  const { sayDay, speech, zone, short } = manner;
  const found = partOf(known);
  if (!found) return sayWindow(known, manner);
  const words = speech.at(sayDay(found.day), speech.parts[found.part]);
  if (short) return words;
  const last = shownEnd(known.latest, zone);
  const lastDay = sameDay(found.day, last.day) ? '' : `${sayDay(last.day)}, `;
  return `${words} (${shownAt(known.earliest, zone).clock} – ${lastDay}${last.clock})`;
}

interface FoundPart {
  readonly part: DayPart;
  readonly day: CalendarDay;
}

/** The named part of the day that these bounds are; the name itself is not stored. */
function partOf({ earliest, latest, zone }: Known): FoundPart | null {
  const { day, clock } = shownAt(earliest, zone);
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  const from = hour * 60 + minute;
  const length = Math.round(minutesBetween(earliest, latest));
  for (const [part, [start, end]] of Object.entries(dayPartMinutes)) {
    const before = start < 0 ? 1 : 0;
    if (start + before * 24 * 60 === from && end - start === length) {
      return { part: part as DayPart, day: addCalendarDays(day, before) };
    }
  }
  return null;
}

function sayWindow({ earliest, latest }: Pick<Known, 'earliest' | 'latest'>, { sayDay, speech, zone, short }: Manner): string {
  const [first, last] = [shownAt(earliest, zone), shownEnd(latest, zone)];
  const wholeDays = startsDay(earliest, zone) && endsDay(latest, zone);
  if (sameDay(first.day, last.day)) {
    const window = short ? `${first.clock}–${last.clock}` : speech.between(first.clock, last.clock);
    return speech.at(sayDay(first.day), window);
  }
  const [from, to] = [first, last].map(({ day, clock }) => (wholeDays ? sayDay(day) : speech.at(sayDay(day), clock)));
  return short ? `${from} – ${to}` : speech.betweenMoments(from ?? '', to ?? '');
}

/** "Before" and "after". With both ends known the moment is on that day; else the open side is named. */
function sayOpen({ earliest, latest, precision, zone }: Bounds, { sayDay, speech, short }: Manner): string {
  const before = precision === 'before';
  const limit = before ? latest : earliest;
  if (limit === null) return speech.unknown;
  const sayLimit = before ? speech.before : speech.after;
  const { day, clock } = before ? shownEnd(limit, zone) : shownAt(limit, zone);
  if (earliest !== null && latest !== null) return speech.at(sayDay(day), sayLimit(clock));
  const open = short ? '' : ` (${before ? speech.earliestOpen : speech.latestOpen})`;
  return `${sayLimit(limitWords(limit, before, { sayDay, speech, zone, short }))}${open}`;
}

/** The edge of a day is said as the day beyond it: "before Sunday 10 January 2021". */
function limitWords(limit: Instant, before: boolean, { sayDay, speech, zone }: Manner): string {
  if (before && endsDay(limit, zone)) return sayDay(shownAt(addMilliseconds(limit, 1), zone).day);
  if (!before && startsDay(limit, zone)) return sayDay(shownAt(addMilliseconds(limit, -1), zone).day);
  const { day, clock } = shownAt(limit, zone);
  return speech.at(sayDay(day), clock);
}

function sayZone({ earliest, latest, zone }: Bounds, speech: Speech): string {
  const offsets = [earliest, latest].filter((end) => end !== null).map((end) => offsetText(end, zone));
  return speech.zone(placeOf(zone, speech), [...new Set(offsets)].join(` ${speech.or} `));
}
