import { Table, TableForeignKey, TableIndex, type QueryRunner, type TableColumnOptions } from 'typeorm';

/** Columns both databases take alike; there is no other kind (no dates, no JSON types, no defaults of the database). */
type Form = 'text' | 'integer' | 'boolean' | `varchar(${number})`;

/** `text`, `integer?` (may be null), `key varchar(36)` (part of the primary key). */
export type Column = Form | `${Form}?` | `key ${Form}`;

export interface TablePlan {
  readonly columns: Readonly<Record<string, Column>>;
  readonly indexes?: readonly (readonly string[])[];
  readonly unique?: readonly (readonly string[])[];
  /** Column to the table whose `id` it holds. */
  readonly refers?: Readonly<Record<string, string>>;
}

/** Makes a table from a plan, with its constraints named as the entities name them. */
export async function createTable(runner: QueryRunner, name: string, plan: TablePlan): Promise<void> {
  const columns = Object.entries(plan.columns).map(([column, form]) => columnOf(name, column, form));
  const foreignKeys = Object.entries(plan.refers ?? {}).map(
    ([column, to]) =>
      new TableForeignKey({
        name: `fk_${name}_${column}`,
        columnNames: [column],
        referencedTableName: to,
        referencedColumnNames: ['id'],
      }),
  );
  await runner.createTable(new Table({ name, columns, foreignKeys }));
  for (const unique of [false, true]) {
    for (const on of (unique ? plan.unique : plan.indexes) ?? []) {
      await runner.createIndex(name, new TableIndex({ name: `ix_${name}_${on.join('_')}`, columnNames: [...on], isUnique: unique }));
    }
  }
}

function columnOf(table: string, name: string, form: Column): TableColumnOptions {
  const match = /^(key )?(text|integer|boolean|varchar)(?:\((\d+)\))?(\?)?$/.exec(form);
  if (!match) throw new Error(`a migration asks for a column this project does not use: ${table}.${name} ${form}`);
  const [, key, type, length, nullable] = match;
  return {
    name,
    type: type ?? '',
    ...(length ? { length } : {}),
    isNullable: Boolean(nullable),
    ...(key ? { isPrimary: true, primaryKeyConstraintName: `pk_${table}` } : {}),
  };
}
