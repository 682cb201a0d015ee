import { DefinitionList } from '../../parts/public.js';
import type { Words } from '../../words/words.js';

interface Counts {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly newFacilities?: number;
  readonly reported?: number;
}

/** What came, or would come, of a file, in numbers. */
export const ImportCounts = ({ words, counts }: { readonly words: Words; readonly counts: Counts }) => {
  const names = ['rows', 'added', 'changed', 'unchanged', 'refused', 'newFacilities', 'reported'] as const;
  const facts = names.flatMap((name) => {
    const value = counts[name];
    return value === undefined ? [] : [{ term: words.say(`import.counts.${name}`), value: value.toLocaleString(words.language) }];
  });
  return <DefinitionList facts={facts} />;
};
