import type { EntityManager } from 'typeorm';
import type { Keys, SubjectVault } from '../kernel/crypto/public.js';
import { rowsOf } from '../kernel/db/public.js';
import { Records } from '../kernel/record/public.js';
import { Individual } from './individual.entity.js';
import { individualKind } from './individual.kind.js';
import { keepNameTokens } from './name-tokens.js';

/** Columns that hold a keyed token: made anew with the key, or left under the key they were made with. */
export const individualTokens = { recomputed: ['name_token.token'], kept: ['individual.external_token'] } as const;

/**
 * Makes the name tokens of the next people after an id anew; the same again when it was cut short. Answers the last id, or null
 * when there is nobody after it.
 */
export async function recomputeNameTokens(manager: EntityManager, keys: Keys, vault: SubjectVault, after: string, most: number): Promise<string | null> {
  const rows = await rowsOf(manager, Individual, `WHERE r.id > :after ORDER BY r.id LIMIT ${most}`, { after });
  for (const one of await new Records(vault).open(manager, individualKind, rows)) await keepNameTokens(manager, keys, one.id, one.names ?? []);
  return rows.at(-1)?.id ?? null;
}
