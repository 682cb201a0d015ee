import { readBirth } from '../kernel/time/public.js';
import { Problem } from '../kernel/errors/public.js';

export interface BornBetween {
  readonly bornEarliest: number | null;
  readonly bornLatest: number | null;
}

/**
 * The years a person can have been born in, from a birth date in EDTF or an age at a date.
 * @throws Problem `individual.birth_unreadable` (422).
 */
export function bornBetween(birth: string | null, age: { years: number; on: string } | null): BornBetween {
  if (birth) {
    const read = readBirth(birth);
    if (!read.ok) throw new Problem('individual.birth_unreadable', { status: 422, fields: [{ field: 'birth', code: 'individual.birth_unreadable' }] });
    return { bornEarliest: read.earliestYear, bornLatest: read.latestYear };
  }
  if (!age) return { bornEarliest: null, bornLatest: null };
  const year = Number(age.on.slice(0, 4));
  return { bornEarliest: year - age.years - 1, bornLatest: year - age.years };
}

/** Under 18 in a year: true or false only when the bounds leave no doubt. */
export function minorIn(year: number, born: BornBetween): boolean | null {
  if (born.bornEarliest === null || born.bornLatest === null) return null;
  if (year - born.bornEarliest < 18) return true;
  return year - born.bornLatest > 18 ? false : null;
}
