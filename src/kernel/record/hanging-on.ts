import type { EntityManager, EntityMetadata } from 'typeorm';
import { rowsOf } from '../db/public.js';
import { erasureRuleOf, type ErasureRule, type Fields } from './erasure-rule.js';
import { RecordRow } from './record-row.js';

/** One thing that is erased. */
export interface Erasable {
  readonly kind: 'individual' | 'source' | 'staff';
  readonly id: string;
}

/** A table with the rows of it that tell of what is erased. */
export interface Hanging {
  readonly rule: ErasureRule;
  readonly meta: EntityMetadata;
  readonly rows: readonly Fields[];
}

/** All that hangs on what is erased, over every table that has a rule. */
export interface HangingOn {
  readonly subjects: ReadonlySet<string>;
  /** Kinds of records with the ids that go with it. */
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>;
  readonly tables: readonly Hanging[];
}

type Row = new () => object;

/** Follows ids and subjects from table to table until nothing new is found: a person, their stays, the events of the stays. */
export async function hangingOn(manager: EntityManager, { kind, id }: Erasable): Promise<HangingOn> {
  const ids = new Map([[kind as string, new Set([id])]]);
  const subjects = new Set<string>([id]);
  const ruled = manager.dataSource.entityMetadatas.flatMap((meta) => {
    const rule = erasureRuleOf(meta.target);
    return rule ? [{ meta, rule }] : [];
  });
  for (;;) {
    const before = sizeOf(ids, subjects);
    const tables: Hanging[] = [];
    for (const { meta, rule } of ruled) {
      const rows = await rowsUnder(manager, meta, rule, ids, subjects);
      for (const row of rows) note(row, meta, rule, ids, subjects);
      if (rows.length > 0) tables.push({ rule, meta, rows });
    }
    if (sizeOf(ids, subjects) === before) return { ids, subjects, tables };
  }
}

async function rowsUnder(manager: EntityManager, meta: EntityMetadata, rule: ErasureRule, ids: ReadonlyMap<string, ReadonlySet<string>>, subjects: ReadonlySet<string>): Promise<Fields[]> {
  const under = rule.under ?? (isRecord(meta) ? 'subject' : undefined);
  const params: Record<string, readonly string[]> = {};
  const conditions = Object.entries(rule.of ?? {}).flatMap(([property, of], n) => {
    const known = [of].flat().flatMap((one) => [...(ids.get(one) ?? [])]);
    if (known.length === 0) return [];
    params[`of${n}`] = known;
    return [`r.${columnOf(meta, property)} IN (:...of${n})`];
  });
  if (under) {
    params.subjects = [...subjects];
    conditions.push(`r.${columnOf(meta, under)} IN (:...subjects)`);
  }
  return conditions.length === 0 ? [] : ((await rowsOf(manager, meta.target as Row, `WHERE ${conditions.join(' OR ')}`, params)) as Fields[]);
}

function note(row: Fields, meta: EntityMetadata, rule: ErasureRule, ids: Map<string, Set<string>>, subjects: Set<string>): void {
  if (!isRecord(meta) || !rule.kind || rule.then === 'keep') return;
  ids.set(rule.kind, (ids.get(rule.kind) ?? new Set()).add(row.id as string));
  subjects.add(row.subject as string);
}

export const isRecord = (meta: EntityMetadata): boolean => typeof meta.target === 'function' && meta.target.prototype instanceof RecordRow;

const columnOf = (meta: EntityMetadata, property: string): string => {
  const column = meta.findColumnWithPropertyPath(property);
  if (!column) throw new Error(`the rule of ${meta.tableName} names a column it does not have: ${property}`);
  return column.databaseName;
};

const sizeOf = (ids: ReadonlyMap<string, ReadonlySet<string>>, subjects: ReadonlySet<string>): number =>
  [...ids.values()].reduce((sum, set) => sum + set.size, subjects.size);
