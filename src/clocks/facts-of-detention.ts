import type { CustodyPeriod, Detention, DetentionEvent, DetentionView } from '../detentions/public.js';
import type { Individual } from '../individuals/public.js';
import { columnsOf } from '../kernel/db/public.js';
import type { Answers, ClockFacts } from './clock-facts.js';

type Born = Pick<Individual, 'bornEarliest' | 'bornLatest' | 'minor'>;
type Stay = Pick<Detention, 'kind' | 'regionCode' | 'startEarliest' | 'startLatest'> & { readonly circumstances: Answers | null };

/** What clocks ask of a detention as the database has it. */
export const factsOfRows = (stay: Stay, periods: readonly CustodyPeriod[], events: readonly DetentionEvent[], born: Born | null): ClockFacts => ({
  ...{ kind: stay.kind, answers: stay.circumstances ?? {}, country: countryOf(stay.regionCode), periods, events },
  minor: minorAt(stay.startEarliest || null, born),
});

/** The same of a detention as a reader sees it, now or at a past moment. */
export const factsOfView = (stay: DetentionView, born: Born | null): ClockFacts => ({
  ...{ kind: stay.kind, answers: stay.circumstances ?? {}, country: countryOf(stay.regionCode) },
  minor: minorAt(firstYearOf(stay), born),
  periods: stay.periods.map((one) => ({ ...one, start: columnsOf(one.start), end: columnsOf(one.end) })),
  events: stay.events.map((one) => ({ ...one, at: columnsOf(one.at) })),
});

const firstYearOf = ({ periods, events }: DetentionView): string | null =>
  [...periods.map(({ start }) => start?.earliest), ...events.map(({ at }) => at?.earliest)].filter((at) => at !== null && at !== undefined).sort()[0] ?? null;

/** `KZ-75` lies in `KZ`. */
const countryOf = (regionCode: string | null): string | null => regionCode?.split('-')[0] ?? null;

/** Under eighteen when it began, where the years of birth leave no doubt; else as somebody recorded it. */
function minorAt(began: string | null, born: Born | null): boolean | null {
  if (!born) return null;
  if (began === null || born.bornEarliest === null || born.bornLatest === null) return born.minor;
  const year = Number(began.slice(0, 4));
  if (year - born.bornEarliest < 18) return true;
  return year - born.bornLatest > 18 ? false : null;
}
