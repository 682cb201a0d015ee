import type { Keys } from '../../src/kernel/crypto/public.js';
import { SubjectKey, unseal } from '../../src/kernel/crypto/public.js';
import type { OpenDatabase } from '../../src/kernel/db/public.js';

/** One text of one row, opened where any key of the database opens it. */
export interface Dumped {
  readonly table: string;
  readonly column: string;
  readonly text: string;
  readonly sealed: boolean;
  /** Sealed, and no key that is left opens it. */
  readonly shut: boolean;
}

type Raw = Readonly<Record<string, unknown>>;

/** Everything a database holds, as somebody sees it who has the database and all of its keys. */
export async function dump(open: OpenDatabase, keys: Keys): Promise<Dumped[]> {
  const subjectKeys = (await open.reader.getRepository(SubjectKey).find()).map((row) => Buffer.from(unseal(keys.wrap, row.wrapped, row.subject), 'base64'));
  const found: Dumped[] = [];
  for (const meta of open.reader.entityMetadatas) {
    if (['subject_key', 'file_key'].includes(meta.tableName)) continue;
    for (const row of (await open.reader.query(`SELECT * FROM ${meta.tableName}`)) as Raw[]) {
      for (const [column, value] of Object.entries(row)) {
        if (typeof value !== 'string') continue;
        const isSealed = /^a1[A-Za-z0-9+/]{38,}=*$/.test(value) && !/^[0-9a-f]+$/.test(value); // a digest is no sealed text
        const text = isSealed ? opened(value, row, subjectKeys) : value;
        found.push({ table: meta.tableName, column, text: text ?? '', sealed: isSealed, shut: text === null });
      }
    }
  }
  return found;
}

/** What a sealed text is bound to differs from table to table; all that are in use are tried. */
const bindings = [
  ...['individual', 'affiliation', 'organisation', 'source', 'incident', 'head-count', 'detention', 'custody-period', 'detention-event', 'case', 'follow-up', 'place', 'data-request', 'consent', 'disclosure'],
  ...['approval', 'emergency', 'staff', 'team', 'circle', 'hold', 'restriction', 'restriction-reading', 'data-request-answer'],
];

function opened(sealed: string, row: Raw, keys: readonly Buffer[]): string | null {
  for (const key of keys) {
    const text = attempt(key, sealed, 'audit opening');
    if (text !== null) return text;
  }
  const ids = Object.values(row).filter((value): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value));
  for (const key of keys) {
    for (const id of ids) {
      for (const binding of bindings) {
        const text = attempt(key, sealed, `${binding}:${id}`);
        if (text !== null) return text;
      }
    }
  }
  return null;
}

function attempt(key: Buffer, sealed: string, context: string): string | null {
  try {
    return unseal(key, sealed, context);
  } catch {
    return null;
  }
}
