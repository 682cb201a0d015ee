import type { DrillInput } from './report.input.js';

const names = ['from', 'to', 'region', 'authority', 'kind', 'outcome', 'incident', 'borders', 'compare', 'subject', 'measure', 'rows', 'columns', 'section'] as const;

/** The parameters of a report as its address holds them: codes, days and ids, never a name. */
export const queryOf = (input: DrillInput): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (typeof input[name] === 'string' ? [[name, input[name]]] : [])));
