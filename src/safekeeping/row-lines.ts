import { createHash } from 'node:crypto';
import type { EntityMetadata } from 'typeorm';

/** Values of a backup: text, whole numbers, yes or no; the columns of both databases hold nothing else. */
type ValueKind = 'text' | 'whole' | 'yesno';

/** Columns of one table in a fixed order, so that the same rows give the same text on both databases. */
export interface TablePlan {
  readonly name: string;
  readonly columns: readonly (readonly [name: string, kind: ValueKind])[];
  /** Columns of the primary key. */
  readonly keys: readonly string[];
}

export function planOf(meta: EntityMetadata): TablePlan {
  return {
    name: meta.tableName,
    columns: meta.columns.map(({ databaseName, type }) => [databaseName, type === 'boolean' ? 'yesno' : type === 'integer' || type === 'bigint' ? 'whole' : 'text']),
    keys: meta.primaryColumns.map((column) => column.databaseName),
  };
}

export const namesOf = ({ columns }: Pick<TablePlan, 'columns'>): string[] => columns.map(([name]) => name);

/** A row as it stands in a backup, from what either database gave. */
export function plainRow({ columns }: TablePlan, row: readonly unknown[]): unknown[] {
  return columns.map(([, kind], n) => (row[n] === null || row[n] === undefined ? null : plain[kind](row[n])));
}

const plain: Readonly<Record<ValueKind, (value: unknown) => unknown>> = {
  yesno: (value) => value === true || value === 1,
  whole: (value) => {
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new Error('a whole number of a row is too large for a backup');
    return number;
  },
  text: (value) => {
    if (typeof value !== 'string') throw new Error('a row holds what a backup has no form for');
    return value;
  },
};

/**
 * A digest of rows in any order: the sum of theirs, in four lanes. Databases sort differently; what they hold can be
 * compared all the same.
 */
export class RowSum {
  private readonly lanes = new BigUint64Array(4);
  rows = 0;

  add(line: string): void {
    const hash = createHash('sha256').update(line, 'utf8').digest();
    this.rows += 1;
    for (let lane = 0; lane < 4; lane += 1) this.lanes[lane] = (this.lanes[lane] ?? 0n) + hash.readBigUInt64BE(lane * 8);
  }

  get hex(): string {
    return [...this.lanes].map((lane) => lane.toString(16).padStart(16, '0')).join('');
  }
}
