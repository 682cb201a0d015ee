import type { ImportWhat } from '../../../intake/public.js';
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

/** What can come of a file of each kind: a decision about consent is never changed, and only incidents have facilities and head-counts. */
const lines: Readonly<Record<ImportWhat, readonly (keyof Counts)[]>> = {
  incidents: ['rows', 'added', 'changed', 'unchanged', 'refused', 'newFacilities', 'reported'],
  individuals: ['rows', 'added', 'changed', 'unchanged', 'refused'],
  consents: ['rows', 'added', 'unchanged', 'refused'],
};

/** What came, or would come, of a file, in numbers. */
export const ImportCounts = ({ words, what, counts }: { readonly words: Words; readonly what: ImportWhat; readonly counts: Counts }) => {
  const facts = lines[what].flatMap((name) => {
    const value = counts[name];
    return value === undefined ? [] : [{ term: words.say(`import.counts.${name}`), value: value.toLocaleString(words.language) }];
  });
  return <DefinitionList facts={facts} />;
};
