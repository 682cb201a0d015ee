import { Column } from 'typeorm';
import type { SubjectVault } from '../crypto/public.js';

const columns = new Map<unknown, Map<string, string>>();

/**
 * A keyed token of one of the record's sealed fields: equal texts have equal tokens, for reports to group by and imports to
 * look up, and nobody without the key tells what they say. Filled in by Records.
 */
export const TokenOf =
  (field: string): PropertyDecorator =>
  (row, property) => {
    const known = columns.get(row.constructor) ?? new Map<string, string>();
    columns.set(row.constructor, known.set(String(property), field));
    Column('varchar', { length: 32, nullable: true })(row, property);
  };

/** The columns of an entity that hold such tokens, with the fields they are made of. */
export const tokenFieldsOf = (entity: unknown): ReadonlyMap<string, string> => columns.get(entity) ?? new Map<string, string>();

/** What a token is bound to: equal texts of two fields have different tokens. */
export const purposeOf = (kind: string, field: string): string => `${kind} ${field}`;

/** The token columns of one row, from the fields of its private part. */
export function tokensFor(vault: SubjectVault, kind: string, entity: unknown, fields: Readonly<Record<string, unknown>>): Record<string, string | null> {
  return Object.fromEntries(
    [...tokenFieldsOf(entity)].map(([column, field]) => {
      const text = fields[field];
      return [column, typeof text === 'string' && text !== '' ? vault.token(purposeOf(kind, field), text) : null];
    }),
  );
}
