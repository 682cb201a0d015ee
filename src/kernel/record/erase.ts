import { In, Not, type EntityManager, type QueryDeepPartialEntity } from 'typeorm';
import { FileKey, SubjectKey, type SubjectVault } from '../crypto/public.js';
import { dialectOf, putRows, rowsOf } from '../db/public.js';
import type { Instant } from '../time/public.js';
import { Erasure } from './erasure.entity.js';
import type { Fields } from './erasure-rule.js';
import { hangingOn, isRecord, type Erasable, type Hanging, type HangingOn } from './hanging-on.js';
import { RecordVersion } from './record-version.entity.js';
import { withoutWords } from './said-words.js';

export type ErasedBy = Pick<Erasure, 'ground' | 'erasedAt' | 'erasedBy' | 'approvedBy'>;

/** What an erasure needs of a story; a restore brings its own. */
export interface Destroying {
  readonly manager: EntityManager;
  afterCommit(task: () => void | Promise<void>): void;
}

/**
 * Erases a person, a source or a former colleague: destroys the keys, blanks or deletes every row that hangs on them in
 * every table, all versions included, and leaves a line of what was done. Doing it twice is doing it once.
 */
export async function erase(work: Destroying, vault: SubjectVault, what: Erasable, by: ErasedBy): Promise<HangingOn> {
  const { manager } = work;
  const found = await hangingOn(manager, what);
  const subjects = [...found.subjects];
  const already = new Set((await rowsOf(manager, Erasure, 'WHERE r.subject IN (:...subjects)', { subjects })).map((row) => row.subject));
  const fresh = subjects.filter((subject) => !already.has(subject));
  // First of all the line: only from here on the database lets the versions be blanked.
  await putRows(manager, Erasure, fresh.map((subject) => ({ ...pickBy(by), subject, kind: what.kind, recordId: what.id })));
  for (const table of found.tables) await apply(manager, table, by.erasedAt);
  await blankTheRest(manager, subjects);
  await manager.delete(FileKey, { subject: In(subjects) });
  await manager.delete(SubjectKey, { subject: In(subjects) });
  work.afterCommit(() => subjects.forEach((subject) => vault.forget(subject)));
  work.afterCommit(() => scrub(manager));
  return found;
}

const pickBy = ({ ground, erasedAt, erasedBy, approvedBy }: ErasedBy): ErasedBy => ({ ground, erasedAt, erasedBy, approvedBy });

async function apply(manager: EntityManager, { rule, meta, rows }: Hanging, at: Instant): Promise<void> {
  if (rule.then === 'keep') return;
  const entity = meta.target as new () => object;
  const record = isRecord(meta);
  const keys = meta.primaryColumns.map((column) => column.propertyName);
  for (const row of rows) {
    const one = Object.fromEntries(keys.map((key) => [key, row[key]]));
    if (rule.then === 'delete') await manager.delete(entity, one);
    else await manager.update(entity, one, { ...withoutWords(rule.left?.(row, at) ?? {}), ...(record ? { sealed: null } : {}) } as QueryDeepPartialEntity<object>);
    if (record && rule.kind) await blankVersions(manager, rule.kind, row.id as string, (said) => withoutWords(rule.left?.(said, at) ?? {}));
  }
}

async function blankVersions(manager: EntityManager, kind: string, recordId: string, left: (said: Fields) => Fields): Promise<void> {
  for (const { version, plain } of await rowsOf(manager, RecordVersion, 'WHERE r.kind = :kind AND r.record_id = :recordId', { kind, recordId })) {
    const said = JSON.parse(plain) as Fields;
    const rest = left(said);
    // A version has no derived columns: it gets none now either.
    const kept = Object.fromEntries(Object.keys(said).map((field) => [field, field in rest ? rest[field] : said[field]]));
    await manager.update(RecordVersion, { kind, recordId, version }, { plain: JSON.stringify(kept), sealed: '' });
  }
}

/** Versions of a record whose row is gone, as after an earlier fault: nothing of them is left. */
async function blankTheRest(manager: EntityManager, subjects: readonly string[]): Promise<void> {
  await manager.update(RecordVersion, { subject: In(subjects), sealed: Not('') }, { plain: '{}', sealed: '' });
}

/** Outside of any transaction. What cannot be done now (somebody else holds the table) is done by the engine in its own time. */
async function scrub({ dataSource }: EntityManager): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    for (const statement of dialectOf(runner).afterDestroying) await runner.query(statement).catch(() => undefined);
  } finally {
    await runner.release();
  }
}
