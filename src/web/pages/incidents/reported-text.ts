import type { ReportedView } from '../../../incidents/public.js';
import type { Words } from '../../words/words.js';

type Ends = { readonly atLeast: number; readonly atMost: number | null };

/** Bounds of a number of people in words: 40, 31 to 36, at least 40. */
export function boundsText(words: Words, { atLeast, atMost }: Ends): string {
  if (atMost === null) return words.say('incidents.at_least', { least: atLeast });
  return atLeast === atMost ? words.say('incidents.exactly', { least: atLeast }) : words.say('incidents.between', { least: atLeast, most: atMost });
}

/** How many of the reported nobody knows yet; the other way round when more are known than any source counts. */
export function unknownText(words: Words, reported: ReportedView, known: number): string {
  const { atLeast, atMost } = reported;
  if (atMost !== null && known > atMost) return words.say('incidents.more_known', { more: known - atMost });
  const rest = { atLeast: Math.max(0, atLeast - known), atMost: atMost === null ? null : atMost - known };
  return rest.atLeast === 0 && rest.atMost === 0 ? words.say('incidents.all_known') : boundsText(words, rest);
}
