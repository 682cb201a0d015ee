import type { FateFigure, FateTable } from './fate.js';

/** What a table told of one kind of fate, as it is kept with the publication: by detention the group and what befell it. */
export interface ToldBefore {
  readonly fate: string;
  readonly values: readonly string[];
  readonly told: Readonly<Record<string, { readonly group: string; readonly value: string }>>;
  /** Those that stand. */
  readonly figures: readonly FateFigure[];
}

/** The same by numbers of units. Whoever is named in public has none: of them it is told. */
export const fateTables = (tables: readonly ToldBefore[], own: readonly ToldBefore[], numbers: ReadonlyMap<string, number>): FateTable[] =>
  tables.map((table) => ({
    ...{ isOut: !own.includes(table), values: table.values, figures: table.figures },
    told: new Map(Object.entries(table.told).flatMap(([id, told]) => ((unit) => (unit === undefined ? [] : [[unit, told] as const]))(numbers.get(id)))),
  }));
