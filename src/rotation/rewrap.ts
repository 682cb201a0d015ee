import { FileKey, seal, SealBroken, SubjectKey, unseal } from '../kernel/crypto/public.js';
import { rowsOf, run, UnitOfWork, type OpenDatabase } from '../kernel/db/public.js';

/** Rows in one transaction. */
const BATCH = 500;

/** A table of wrapped keys, and what each is bound to. */
interface Wrapped {
  readonly entity: new () => { wrapped: string };
  readonly table: string;
  readonly id: string;
  readonly context: (id: string) => string;
}

export const subjectKeys: Wrapped = { entity: SubjectKey, table: 'subject_key', id: 'subject', context: (id) => id };
export const fileKeys: Wrapped = { entity: FileKey, table: 'file_key', id: 'id', context: (id) => `file:${id}` };

/**
 * Wraps every key of a table anew. Which key a row is under is found by trying, so that a run cut short is simply begun
 * again. A row that opens under neither was damaged before; it stays as it is, for `habeas doctor` to tell of.
 */
export async function rewrap(database: OpenDatabase, work: UnitOfWork, what: Wrapped, from: Buffer, to: Buffer, told: (done: number) => void): Promise<void> {
  let done = 0;
  for (let after = ''; ; ) {
    const rows = (await rowsOf(database.reader.manager, what.entity, `WHERE r.${what.id} > :after ORDER BY r.${what.id} LIMIT ${BATCH}`, { after })) as unknown as Record<string, string>[];
    const changed = rows.flatMap((row) => {
      const id = row[what.id] ?? '';
      const wrapped = anew(row.wrapped ?? '', from, to, what.context(id));
      return wrapped ? [{ id, wrapped }] : [];
    });
    await work.touch(async (manager) => {
      for (const params of changed) await run(manager, `UPDATE ${what.table} SET wrapped = :wrapped WHERE ${what.id} = :id`, params);
    });
    told((done += rows.length));
    const last = rows.at(-1)?.[what.id];
    if (last === undefined) return;
    after = last;
  }
}

function anew(wrapped: string, from: Buffer, to: Buffer, context: string): string | null {
  if (opens(wrapped, to, context) !== null) return null;
  const text = opens(wrapped, from, context);
  return text === null ? null : seal(to, text, context);
}

function opens(wrapped: string, key: Buffer, context: string): string | null {
  try {
    return unseal(key, wrapped, context);
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}
