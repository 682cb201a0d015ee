import type { Moment, SourceLabel } from '../../../documents/public.js';
import { sayBounds, type Bounds } from '../../../kernel/time/public.js';
import type { Timeline } from '../../../timeline/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import type { Words } from '../../words/words.js';

/** Bounds as they go onto paper; the zone stands once at the head. */
export const momentOf = (bounds: Bounds | null, words: Words): Moment | null =>
  bounds && { words: sayBounds(bounds, words.language, { withoutZone: true }), asSaid: bounds.asSaid, earliest: bounds.earliest, latest: bounds.latest };

/**
 * A source out of the reader's reach is told of and not named. Neither is a protected one on paper that leaves the house:
 * even the word staff use for it may give it away.
 */
export function sourcesOf({ sources }: Pick<Timeline, 'sources'>, id: string | null, { purpose, words }: SourceManner): SourceLabel[] {
  if (!id) return [];
  const source = sources.get(id);
  if (!source || (source.protected && purpose !== 'internal')) return [{ label: null }];
  return [{ label: source.label, reliability: labelOf('reliability', source.reliability, words.language) }];
}

export interface SourceManner {
  readonly purpose: string;
  readonly words: Words;
}
