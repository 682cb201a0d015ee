import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import { commit, seal, unseal, type SubjectVault } from '../crypto/public.js';
import { newId, putRows, rowsOf, type Work } from '../db/public.js';
import { Problem } from '../errors/public.js';
import { erasedMarks } from './erased-marks.js';
import { fieldsOf, saidPlain, type Because, type Changes, type Known, type NewRecord, type RecordKind } from './record-kind.js';
import type { RecordRow } from './record-row.js';
import { RecordVersion } from './record-version.entity.js';
import { withoutWords, withWords, wordsIn, type SaidWords } from './said-words.js';
import { StaleRecord } from './stale-record.js';
import { purposeOf, tokenFieldsOf, tokensFor } from './token-of.js';

/** The private part and the reason, as they are sealed together. */
export interface SealedPart {
  readonly fields: Record<string, unknown>;
  /** Words of the moments among the readable fields. */
  readonly said?: SaidWords;
  readonly because: string | null;
}

/** Questions of one statement; one of the databases takes no more than 500. */
const TOKENS_AT_ONCE = 200;

const contextOf = (kind: RecordKind, id: string): string => `${kind.name}:${id}`;

/** Makes, revises and opens records: one place where a row, its version and its audit note stay together. */
export class Records {
  constructor(private readonly vault: SubjectVault) {}

  async create<Row extends RecordRow, Private extends object>(
    work: Work,
    kind: RecordKind<Row, Private>,
    values: NoInfer<NewRecord<Row, Private>>,
    why: Because = {},
  ): Promise<Known<Row, Private>> {
    const id = values.id ?? newId(work.now);
    const subject = values.subject ?? id;
    if (subject !== id) await this.refuseErased(work, subject);
    const known = {
      ...pick(values, kind.plain),
      ...pick(values, kind.sealed),
      id,
      version: 1,
      recordedAt: work.now,
      recordedBy: work.actor.id,
      changedAt: work.now,
      changedBy: work.actor.id,
      teamId: work.actor.teamId,
      subject,
    } as unknown as Known<Row, Private>;
    const key = await this.vault.keyFor(work.manager, subject, work.now);
    const sealed = sealPart(key, kind, known, why);
    await putRows<RecordRow>(work.manager, kind.row, [{ ...this.plainRow(kind, known), sealed } as unknown as RecordRow]);
    await this.keepVersion(work, kind, known, sealed, why);
    const fields = given(kind, known);
    work.note({
      ...{ act: `${kind.name}.recorded`, kind: kind.name, recordId: id, versions: [null, 1], fields },
      ...commit(key, subject, { after: valuesOf(known, fields), ...reasonOf(why) }),
    });
    return known;
  }

  /**
   * Supersedes the newest version. `expected` is the version the change was made from.
   * @throws StaleRecord when somebody else has saved since; nothing is written then.
   */
  async revise<Row extends RecordRow, Private extends object>(
    work: Work,
    kind: RecordKind<Row, Private>,
    current: NoInfer<Known<Row, Private>>,
    expected: number,
    changes: NoInfer<Changes<Row, Private>>,
    why: Because = {},
  ): Promise<Known<Row, Private>> {
    await this.refuseErased(work, current.subject);
    if (current.version !== expected) throw new StaleRecord(kind, current.id, expected, current.version);
    const changed = Object.keys(changes).filter((field) => differs(current, changes, field));
    if (changed.length === 0) {
      work.note({ act: `${kind.name}.left_unchanged`, kind: kind.name, recordId: current.id, versions: [expected, expected] });
      return current;
    }
    const known = { ...current, ...changes, version: expected + 1, changedAt: work.now, changedBy: work.actor.id };
    const key = await this.vault.keyFor(work.manager, known.subject, work.now);
    const sealed = sealPart(key, kind, known, why);
    const done = await work.manager.update(
      kind.row,
      { id: current.id, version: expected } as never,
      { ...this.plainRow(kind, known), sealed } as unknown as QueryDeepPartialEntity<Row>,
    );
    if (done.affected !== 1) throw new StaleRecord(kind, current.id, expected, null);
    await this.keepVersion(work, kind, known, sealed, why);
    work.note({
      ...{ act: `${kind.name}.revised`, kind: kind.name, recordId: current.id, versions: [expected, expected + 1], fields: changed },
      ...commit(key, known.subject, { before: valuesOf(current, changed), after: valuesOf(known, changed), ...reasonOf(why) }),
    });
    return known;
  }

  /** Opens the private parts of rows already in the reader's reach, with one query for all their keys. */
  async open<Row extends RecordRow, Private extends object>(
    manager: EntityManager,
    kind: RecordKind<Row, Private>,
    rows: readonly Row[],
  ): Promise<Known<Row, Private>[]> {
    const subjects = [...new Set(rows.map((row) => row.subject))];
    const keys = await this.vault.keysOf(manager, subjects);
    const marks = await erasedMarks(manager, subjects, keys);
    return rows.map((row) => {
      const { sealed, ...plain } = row;
      const key = keys.get(row.subject);
      const part = sealed && key ? readPart(unseal(key, sealed, contextOf(kind, row.id))) : null;
      const erased = marks.get(row.subject);
      return { ...withWords(plain, part?.said), ...emptyPart(kind), ...part?.fields, ...(erased ? { erased } : {}) } as unknown as Known<Row, Private>;
    });
  }

  /** The newest version by id, without any question of reach: for rows that were reached through their parent. */
  async byId<Row extends RecordRow, Private extends object>(
    manager: EntityManager,
    kind: RecordKind<Row, Private>,
    id: string,
  ): Promise<Known<Row, Private>> {
    const row = await manager.findOneBy(kind.row, { id } as never);
    const [known] = row ? await this.open(manager, kind, [row]) : [];
    if (!known) throw Problem.notFound();
    return known;
  }

  /** What a record with this text in the field has in its token column. */
  token(kind: RecordKind, field: string, text: string): string {
    return this.vault.token(purposeOf(kind.name, field), text);
  }

  /** The texts behind tokens of one column, each opened from one of the records that have it. */
  async behindTokens<Row extends RecordRow, Private extends object>(
    manager: EntityManager,
    kind: RecordKind<Row, Private>,
    column: keyof Row & string,
    tokens: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    if (tokens.length === 0) return new Map();
    const { tableName, columns } = manager.dataSource.getMetadata(kind.row);
    const name = columns.find(({ propertyName }) => propertyName === column)?.databaseName ?? '';
    const firsts: Row[] = [];
    for (let from = 0; from < tokens.length; from += TOKENS_AT_ONCE) firsts.push(...(await this.firstsOf(manager, kind, name, tableName, tokens.slice(from, from + TOKENS_AT_ONCE))));
    const known = await this.open(manager, kind, firsts);
    const field = tokenFieldsOf(kind.row).get(column) ?? '';
    return new Map(known.map((one) => [String(one[column as never]), String((one as Record<string, unknown>)[field] ?? '')]));
  }

  /** One question a token, each for the first of its index: asked together, the database would look at every record that has any. */
  private firstsOf<Row extends RecordRow>(manager: EntityManager, kind: RecordKind<Row, object>, column: string, table: string, tokens: readonly string[]): Promise<Row[]> {
    const firsts = tokens.map((_, n) => `SELECT MIN(f.id) AS id FROM ${table} f WHERE f.${column} = :token${n}`).join(' UNION ALL ');
    const asked = Object.fromEntries(tokens.map((token, n) => [`token${n}`, token]));
    return rowsOf(manager, kind.row, `WHERE r.id IN (SELECT x.id FROM (${firsts}) x)`, asked);
  }

  private plainRow(kind: RecordKind, known: Known<RecordRow, object>): Record<string, unknown> {
    const { id, version, recordedAt, recordedBy, changedAt, changedBy, teamId, subject } = known;
    const tokens = tokensFor(this.vault, kind.name, kind.row, pick(known, kind.sealed));
    return { ...withoutWords(pick(known, kind.plain)), ...tokens, id, version, recordedAt, recordedBy, changedAt, changedBy, teamId, subject };
  }

  /** @throws Problem `record.erased` (409): a new key would bring back what was destroyed on purpose. */
  private async refuseErased(work: Work, subject: string): Promise<void> {
    if (!(await this.vault.keysOf(work.manager, [subject])).has(subject)) throw new Problem('record.erased', { status: 409 });
  }

  private async keepVersion(
    work: Work,
    kind: RecordKind,
    known: Known<RecordRow, object>,
    sealed: string,
    why: Because,
  ): Promise<void> {
    const version: RecordVersion = {
      kind: kind.name,
      recordId: known.id,
      version: known.version,
      recordedAt: work.now,
      recordedBy: work.actor.id,
      sourceId: why.sourceId ?? null,
      subject: known.subject,
      plain: JSON.stringify(withoutWords(pick(known, saidPlain(kind)))),
      sealed,
    };
    await putRows(work.manager, RecordVersion, [version]);
  }
}

function sealPart(key: Buffer, kind: RecordKind, known: Known<RecordRow, object>, why: Because): string {
  const part: SealedPart = { fields: pick(known, kind.sealed), said: wordsIn(pick(known, saidPlain(kind))), because: why.because ?? null };
  return seal(key, JSON.stringify(part), contextOf(kind, known.id));
}

export const readPart = (text: string): SealedPart => JSON.parse(text) as SealedPart;

/** The fields of a version as they were given, from the readable ones and its private part. */
export const wholeFields = (plain: string, part: SealedPart | null): Record<string, unknown> => ({
  ...withWords(JSON.parse(plain) as Record<string, unknown>, part?.said),
  ...part?.fields,
});

/** Reading an erased subject's record gives its private fields as null, never as missing. */
export const emptyPart = (kind: RecordKind): Record<string, null> =>
  Object.fromEntries(Object.keys(kind.sealed).map((field) => [field, null]));

export function pick(from: object, fields: object): Record<string, unknown> {
  const values = from as Record<string, unknown>;
  return Object.fromEntries(Object.keys(fields).map((field) => [field, values[field] ?? null]));
}

const given = (kind: RecordKind, known: object): string[] =>
  Object.keys(fieldsOf(kind)).filter((field) => !empty((known as Record<string, unknown>)[field]));

const valuesOf = (known: object, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [field, (known as Record<string, unknown>)[field] ?? null]));

const reasonOf = ({ because }: Because): { reason?: string } => (because ? { reason: because } : {});

const empty = (value: unknown): boolean => value === null || value === undefined || (Array.isArray(value) && value.length === 0);

const differs = (before: object, changes: object, field: string): boolean =>
  JSON.stringify((before as Record<string, unknown>)[field] ?? null) !==
  JSON.stringify((changes as Record<string, unknown>)[field] ?? null);
