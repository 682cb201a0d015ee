import type { EntityManager, EntityMetadata } from 'typeorm';
import { unseal, type SubjectVault } from '../crypto/public.js';
import { rowsOf } from '../db/public.js';
import { erasureRuleOf } from './erasure-rule.js';
import type { RecordRow } from './record-row.js';
import { readPart } from './records.js';
import { tokenFieldsOf, tokensFor } from './token-of.js';

type Tokened = EntityMetadata & { readonly target: new () => RecordRow };

/** The tables of records that hold tokens of their sealed fields. */
export const withTokens = (all: readonly EntityMetadata[]): Tokened[] => all.filter(({ target }) => tokenFieldsOf(target).size > 0) as Tokened[];

/**
 * Makes the tokens of the next records after an id anew, under the key the vault has now; the same again when it was cut
 * short. Answers the last id, or null when there is none after it. Of a record that does not open the tokens stay.
 */
export async function retoken(manager: EntityManager, vault: SubjectVault, { target, columns }: Tokened, after: string, most: number): Promise<string | null> {
  const kind = erasureRuleOf(target)?.kind ?? '';
  const tokens = columns.filter(({ propertyName }) => tokenFieldsOf(target).has(propertyName)).map(({ databaseName }) => `r.${databaseName} IS NOT NULL`);
  const rows = await rowsOf(manager, target, `WHERE r.id > :after AND (${tokens.join(' OR ')}) ORDER BY r.id LIMIT ${most}`, { after });
  const keys = await vault.keysOf(manager, [...new Set(rows.map(({ subject }) => subject))]);
  for (const { id, subject, sealed } of rows) {
    const key = keys.get(subject);
    if (!key || !sealed) continue;
    const { fields } = readPart(unseal(key, sealed, `${kind}:${id}`));
    await manager.update(target, { id }, tokensFor(vault, kind, target, fields));
  }
  return rows.at(-1)?.id ?? null;
}
