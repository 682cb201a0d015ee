declare const instant: unique symbol;

/**
 * A moment in UTC as text of fixed width, `YYYY-MM-DDTHH:mm:ss.sssZ`, 24 characters.
 * Text order is time order, on both databases and in JavaScript, for the years 0000 to 9999.
 */
export type Instant = string & { readonly [instant]: true };

const pattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const MINUTE = 60_000;

/** @param milliseconds since 1970-01-01 UTC, whole; fractions are cut off. */
export const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString() as Instant;

/** Milliseconds since 1970-01-01 UTC. */
export const millisecondsOf = (moment: Instant): number => Date.parse(moment);

/** True for the fixed-width text of a moment that exists (not 30 February, not 25 o'clock). */
export function isInstant(text: unknown): text is Instant {
  if (typeof text !== 'string' || !pattern.test(text)) return false;
  const milliseconds = Date.parse(text);
  return !Number.isNaN(milliseconds) && instantOf(milliseconds) === text;
}

/** An ISO 8601 moment that carries its offset or `Z`, as programmes send it; null for anything else. */
export function readInstant(text: string): Instant | null {
  const whole = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.exec(text);
  const milliseconds = whole && isInstant(`${whole[1]}T00:00:00.000Z`) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(milliseconds) ? null : instantOf(milliseconds);
}

/** Minutes from one moment to another; negative when `to` is earlier; with fractions. */
export const minutesBetween = (from: Instant, to: Instant): number => (millisecondsOf(to) - millisecondsOf(from)) / MINUTE;

export const addMilliseconds = (moment: Instant, milliseconds: number): Instant =>
  instantOf(millisecondsOf(moment) + milliseconds);

export const addMinutes = (moment: Instant, minutes: number): Instant => addMilliseconds(moment, minutes * MINUTE);

export const addHours = (moment: Instant, hours: number): Instant => addMinutes(moment, hours * 60);

/** Adds days of 24 hours; for calendar days in a zone see zone.ts. */
export const addDays = (moment: Instant, days: number): Instant => addHours(moment, days * 24);

export const earlierOf = (a: Instant, b: Instant): Instant => (a < b ? a : b);

export const laterOf = (a: Instant, b: Instant): Instant => (a > b ? a : b);
