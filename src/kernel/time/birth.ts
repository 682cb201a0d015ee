import edtf from 'edtf';

export type BirthFault = 'birth.unreadable' | 'birth.impossible_age';

export type ReadBirth =
  | { readonly ok: true; readonly edtf: string; readonly earliestYear: number; readonly latestYear: number }
  | { readonly ok: false; readonly code: BirthFault };

const accepted = new Set(['Date', 'Interval', 'Season']);

/** The package takes a bare number for milliseconds, so four places of a year have to come first. */
const startsWithYear = /^[\dX]{4}(?![\dX])/;

/**
 * A date of birth in EDTF (ISO 8601-2): `1987`, `1987-05-03`, `198X`, `1987~` (about), `1985/1988` (between).
 * `03.05.1987` is taken as day, month, year. `~`, `?` and `%` are kept in the text and do not widen the years.
 */
export function readBirth(text: string): ReadBirth {
  const [, day, month, year] = /^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})\s*$/.exec(text) ?? [];
  const written = day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text.trim();
  if (!startsWithYear.test(written)) return { ok: false, code: 'birth.unreadable' };
  try {
    const read = edtf(written);
    if (!accepted.has(read.type)) return { ok: false, code: 'birth.unreadable' };
    return within(written, new Date(read.min).getUTCFullYear(), new Date(read.max).getUTCFullYear());
  } catch {
    return { ok: false, code: 'birth.unreadable' };
  }
}

/**
 * The years in which someone of that age on that day can have been born: the birthday may still have been to come.
 * @param age whole years
 * @param onDate `YYYY-MM-DD`; an age without a day says nothing a year later, so it must be given
 */
export function birthFromAge(age: number, onDate: string): ReadBirth {
  if (!Number.isInteger(age) || age < 0 || age > 130) return { ok: false, code: 'birth.impossible_age' };
  const year = Number(/^(\d{4})-\d{2}-\d{2}$/.exec(onDate)?.[1]);
  if (!Number.isInteger(year)) return { ok: false, code: 'birth.unreadable' };
  const lastDay = onDate.endsWith('-12-31');
  const earliest = lastDay ? year - age : year - age - 1;
  return within(earliest === year - age ? String(earliest) : `${earliest}/${year - age}`, earliest, year - age);
}

const within = (written: string, earliestYear: number, latestYear: number): ReadBirth =>
  earliestYear >= 1000 && latestYear <= 9999 && earliestYear <= latestYear
    ? { ok: true, edtf: written, earliestYear, latestYear }
    : { ok: false, code: 'birth.unreadable' };
