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
export const sourcesOf = ({ sources }: Pick<Timeline, 'sources'>, told: Told | undefined, { purpose, words }: SourceManner): SourceLabel[] =>
  idsOf(told).map((id) => {
    const source = sources.get(id);
    if (!source || (source.protected && purpose !== 'internal')) return { label: null };
    return { label: source.label, reliability: labelOf('reliability', source.reliability, words.language) };
  });

/** What rests on sources: a period or an event. */
interface Told {
  readonly sourceId: string | null;
  readonly moreSourceIds: readonly string[];
}

export const idsOf = (told: Told | undefined): string[] => (told ? [...(told.sourceId ? [told.sourceId] : []), ...told.moreSourceIds] : []);

export interface SourceManner {
  readonly purpose: string;
  readonly words: Words;
}
