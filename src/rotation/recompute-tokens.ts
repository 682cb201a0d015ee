import type { DataSource, EntityManager } from 'typeorm';
import { individualTokens, recomputeNameTokens } from '../individuals/public.js';
import { SubjectVault, type Keys } from '../kernel/crypto/public.js';
import type { UnitOfWork } from '../kernel/db/public.js';
import { retoken, withTokens } from '../kernel/record/public.js';
import { FactBasis } from '../reports/public.js';
import { recomputeStaffTokens, staffTokens } from '../staff/public.js';

const BATCH = 200;

/** Every column that holds a keyed token; a test compares it with the tables. */
export const tokenColumns = {
  recomputed: [...staffTokens.recomputed, ...individualTokens.recomputed, 'incident.theme_token', 'incident.external_token', 'detention_event.article_token'],
  /**
   * Their text is on somebody's paper, with another service or in a table somebody imported, and nowhere here: they stay
   * under the key they were made with, which the ring keeps for them.
   */
  kept: [...staffTokens.kept, ...individualTokens.kept, 'once_key.body_digest', 'imported_consent.token'],
} as const;

/** Makes every token that can be made anew, under the given keys; the same again when it was cut short. */
export async function recomputeTokens(work: UnitOfWork, { entityMetadatas }: DataSource, keys: Keys, told: (done: number) => void): Promise<void> {
  const vault = new SubjectVault(keys);
  let done = 0;
  await work.touch(async (manager) => {
    done = await recomputeStaffTokens(manager, keys, vault);
  });
  told(done);
  const pages = async (next: (manager: EntityManager, after: string) => Promise<string | null>): Promise<void> => {
    for (let after: string | null = ''; after !== null; ) {
      const from: string = after;
      await work.touch(async (manager) => {
        after = await next(manager, from);
      });
      told((done += BATCH));
    }
  };
  await pages((manager, after) => recomputeNameTokens(manager, keys, vault, after, BATCH));
  for (const table of withTokens(entityMetadatas)) await pages((manager, after) => retoken(manager, vault, table, after, BATCH));
  // Tokens stand on the cards of figures too: they are made anew with the next start.
  await work.touch(async (manager) => {
    await manager.delete(FactBasis, { id: 1 });
  });
}
