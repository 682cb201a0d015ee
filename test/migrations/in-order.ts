import { migrations } from '../../migrations/index.js';

/** 24 of `WordsSealed1700000000024`. */
export const numberOf = (migration: { readonly name: string }): number => Number(/\d+$/.exec(migration.name)?.[0]) - 1_700_000_000_000;

/** The migrations in the order they are run in: that of their numbers. */
export const inOrder = [...migrations].sort((a, b) => numberOf(a) - numberOf(b));
