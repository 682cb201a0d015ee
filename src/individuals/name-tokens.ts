import type { EntityManager } from 'typeorm';
import type { Keys } from '../kernel/crypto/public.js';
import { skeletonOf, wordsOf } from '../kernel/text/public.js';
import type { IndividualName } from './individual.entity.js';
import { NameToken } from './name-token.entity.js';

const PURPOSE = 'individual name';

/** The tokens under which a person's names are found: one for each word's skeleton, whatever the script. */
export function nameTokens(keys: Keys, names: readonly string[]): string[] {
  const skeletons = names.flatMap(wordsOf).map(skeletonOf).filter((skeleton) => skeleton.length > 1);
  return [...new Set(skeletons.map((skeleton) => keys.token(PURPOSE, skeleton)))];
}

/** Replaces the tokens of one person by those of the names as they are now. */
export async function keepNameTokens(
  manager: EntityManager,
  keys: Keys,
  individualId: string,
  names: readonly IndividualName[],
): Promise<void> {
  const tokens = nameTokens(keys, names.map((name) => name.text));
  await manager.delete(NameToken, { individualId });
  if (tokens.length > 0) await manager.insert(NameToken, tokens.map((token) => ({ individualId, token })));
}
