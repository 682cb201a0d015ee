import { ALL } from './laid-keys.js';

/** What one table tells of what befell people: their outcome, how long they were held, how they were treated. */
export interface FateTable {
  /** Already out: its figures can be left out no more. */
  readonly isOut: boolean;
  /** Answers that are printed. Whatever is not printed befell nobody who is counted. */
  readonly values: readonly string[];
  /** Of each unit it counts: the group its other side puts the unit in, and what befell it. */
  readonly told: ReadonlyMap<number, { readonly group: string; readonly value: string }>;
  readonly figures: readonly FateFigure[];
}

export interface FateFigure {
  readonly id: string;
  /** `*` for the sum over all groups. */
  readonly group: string;
  readonly value: string;
}

/**
 * Units that every table puts into the same groups. No figure tells them apart, so whoever knows somebody to be one of them
 * learns of that one what they learn of all.
 */
export interface FateClass {
  /** By table the group, or null where the table does not count them, or counted them when they stood elsewhere. */
  readonly groups: readonly (string | null)[];
  /** How many of them each answer befell. */
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
  /** Answers that might as well have befallen them, as far as every table prints them. */
  readonly possible: readonly string[];
}

/** What is said of somebody now counts; what an earlier table said otherwise has changed since, and tells nothing of now. */
export function classesOf(tables: readonly FateTable[]): FateClass[] {
  const latest = [...tables.filter(({ isOut }) => !isOut), ...tables.filter(({ isOut }) => isOut).toReversed()];
  const found = new Map<string, { groups: (string | null)[]; counts: Map<string, number>; size: number }>();
  for (const unit of new Set(latest.flatMap(({ told }) => [...told.keys()]))) {
    const value = latest.map(({ told }) => told.get(unit)?.value).find((one) => one !== undefined) ?? '';
    const groups = tables.map(({ told }) => ((one) => (one && one.value === value ? one.group : null))(told.get(unit)));
    const key = JSON.stringify(groups);
    const known = found.get(key) ?? { groups, counts: new Map<string, number>(), size: 0 };
    found.set(key, { groups, counts: known.counts.set(value, (known.counts.get(value) ?? 0) + 1), size: known.size + 1 });
  }
  return [...found.values()].map((one) => ({ ...one, possible: possibleOf(one.groups, tables) }));
}

function possibleOf(groups: readonly (string | null)[], tables: readonly FateTable[]): string[] {
  const [first, ...others] = tables.filter((_, n) => groups[n] !== null);
  return [...new Set(first?.values ?? [])].filter((value) => others.every(({ values }) => values.includes(value)));
}

/** The one answer that befell all of a class; null where there are several, or where nobody knows. */
export function sharedBy({ counts }: FateClass): string | null {
  const [only, ...more] = counts.keys();
  return more.length === 0 && only ? only : null;
}

/** Whether a figure counts a class, wherever it stands. */
export const liesIn = ({ groups }: FateClass, table: number, { group }: FateFigure): boolean => groups[table] !== null && (group === ALL || groups[table] === group);
