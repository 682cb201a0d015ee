import { sayMonth } from '../../../kernel/time/public.js';
import type { ReportedFigures } from '../../../reports/public.js';
import type { ChartBar } from '../../parts/public.js';
import type { Words } from '../../words/words.js';
import { boundsText } from '../incidents/reported-text.js';

/** "31 to 36", "at least 40"; nothing when no source counts. */
export const figuresText = (words: Words, figures: ReportedFigures): string =>
  figures.counted === 0 ? words.say('reports.no_number') : boundsText(words, figures);

/** A bar of the lowest number with what sources say beyond it on top. */
export const barOf = (words: Words, label: string, figures: ReportedFigures): ChartBar => ({
  label,
  values: [figures.atLeast, (figures.atMost ?? figures.atLeast) - figures.atLeast],
  said: figuresText(words, figures),
});

/** `2018-05` in words; what lies in no known month says so. */
export const monthText = (words: Words, month: string | null): string =>
  month === null ? words.say('reports.month_unknown') : sayMonth(month, words.language);
