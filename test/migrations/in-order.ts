import { migrations } from '../../migrations/index.js';

const numberOf = (migration: { readonly name: string }): number => Number(/\d+$/.exec(migration.name)?.[0]);

/** The migrations in the order they are run in: that of their numbers. */
export const inOrder = [...migrations].sort((a, b) => numberOf(a) - numberOf(b));
