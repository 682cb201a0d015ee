import type { DayPart } from './day-parts.js';
import { Unreadable } from './typed-fault.js';
import type { Token } from './typed-tokens.js';

export type Side = 'before' | 'by' | 'after' | 'since';

/** What was said of one moment, before calendar and zone come in; null for what was not said. */
export interface TypedMoment {
  year: number | null;
  month: number | null;
  day: number | null;
  /** Days before today. */
  daysAgo: number | null;
  weekday: number | null;
  seconds: number | null;
  part: DayPart | null;
  about: boolean;
  side: Side | null;
  unknown: boolean;
  /** The day was named in front of "before" or "after", so the moment is on that day. */
  dayBeforeSide: boolean;
}

const daysAgo = { today: 0, yesterday: 1, day_before_yesterday: 2 } as const;

/** Gathers the tokens of one moment. Anything said twice, or left over, is not understood. */
export function momentOf(tokens: readonly Token[]): TypedMoment {
  const moment: TypedMoment = {
    year: null, month: null, day: null, daysAgo: null, weekday: null, seconds: null, part: null,
    about: false, side: null, unknown: false, dayBeforeSide: false,
  };
  for (const token of tokens) take(moment, token);
  return moment;
}

function take(moment: TypedMoment, token: Token): void {
  switch (token.is) {
    case 'date':
      set(moment, 'year', token.year);
      if (token.month !== null) set(moment, 'month', token.month);
      if (token.day !== null) set(moment, 'day', token.day);
      break;
    case 'number':
      set(moment, 'day', token.value);
      break;
    case 'month':
      set(moment, 'month', token.month);
      break;
    case 'weekday':
      set(moment, 'weekday', token.weekday);
      break;
    case 'today':
    case 'yesterday':
    case 'day_before_yesterday':
      set(moment, 'daysAgo', daysAgo[token.is]);
      break;
    case 'clock':
      set(moment, 'seconds', token.seconds);
      break;
    case 'noon':
      set(moment, 'seconds', 12 * 3600);
      break;
    case 'midnight':
      // The start of the named day or its end: people mean both.
      throw new Unreadable('time.ambiguous');
    case 'part':
      set(moment, 'part', token.part);
      break;
    case 'about':
      moment.about = true;
      break;
    case 'unknown':
      moment.unknown = true;
      break;
    case 'before':
    case 'by':
    case 'after':
    case 'since':
      setSide(moment, token.is);
      break;
    case 'from_ending':
      // Alone it says "from"; before кейін, бұрын or бастап it only leads to them.
      if (moment.side === null) setSide(moment, 'since');
      break;
    default:
      throw new Unreadable('time.unreadable');
  }
}

function set<K extends 'year' | 'month' | 'day' | 'daysAgo' | 'weekday' | 'seconds' | 'part'>(
  moment: TypedMoment,
  what: K,
  value: TypedMoment[K],
): void {
  if (moment[what] !== null) throw new Unreadable('time.unreadable');
  moment[what] = value;
}

function setSide(moment: TypedMoment, side: Side): void {
  if (moment.side !== null && moment.side !== 'since') throw new Unreadable('time.unreadable');
  moment.side = side;
  moment.dayBeforeSide = hasDay(moment);
}

export const hasDay = (moment: TypedMoment): boolean => moment.day !== null || moment.daysAgo !== null;

export const hasDate = (moment: TypedMoment): boolean => hasDay(moment) || moment.month !== null || moment.year !== null;

export const hasHour = (moment: TypedMoment): boolean => moment.seconds !== null || moment.part !== null;
