import type { MinMax } from './bounds.js';
import { speechOf, type Language, type Speech } from './say-words.js';

const HOUR = 60;
const DAY = 24 * HOUR;
/** From here on, days are easier to grasp than hours. */
const SAID_IN_DAYS = 3 * DAY;

/**
 * A duration in words: "8.5–10 h", "9 h 15 min – 10 h 15 min", "at least 8.5 h", "not computable".
 * From three days on it is said in days and hours, the least rounded down and the most rounded up.
 */
export function sayMinutes({ min, max }: MinMax, language: Language): string {
  const speech = speechOf(language);
  if (min === null && max === null) return speech.notComputable;
  if (min === null) return speech.atMost(amount(max ?? 0, speech, Math.ceil));
  if (max === null) return speech.atLeast(amount(min, speech, Math.floor));
  if (min === max) return amount(min, speech, Math.round);
  const shared = sharedUnit(min, max);
  if (shared === null) return `${amount(min, speech, Math.floor)} – ${amount(max, speech, Math.ceil)}`;
  return `${figure(min / shared, speech)}–${figure(max / shared, speech)} ${shared === HOUR ? speech.units.hour : speech.units.minute}`;
}

/** The unit in which both ends are one short figure, or null. */
function sharedUnit(min: number, max: number): number | null {
  if (max < HOUR) return 1;
  return max < SAID_IN_DAYS && halfHours(min) && halfHours(max) ? HOUR : null;
}

const halfHours = (minutes: number): boolean => minutes % 30 === 0;

function amount(minutes: number, speech: Speech, round: (hours: number) => number): string {
  const { minute, hour, day } = speech.units;
  if (minutes >= SAID_IN_DAYS) {
    const hours = round(minutes / HOUR);
    return joined([Math.floor(hours / 24), day], [hours % 24, hour]);
  }
  if (minutes >= HOUR && halfHours(minutes)) return `${figure(minutes / HOUR, speech)} ${hour}`;
  return joined([Math.floor(minutes / HOUR), hour], [minutes % HOUR, minute]);
}

function joined(large: [number, string], small: [number, string]): string {
  const pieces = [large, small].filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return pieces.length > 0 ? pieces.join(' ') : `0 ${small[1]}`;
}

const figure = (value: number, speech: Speech): string => String(value).replace('.', speech.decimalComma);
