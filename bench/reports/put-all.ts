import type { OpenDatabase } from '../../src/kernel/db/public.js';
import { tables, type Named, type Row } from './fill.js';

/** Values of one statement; either database takes more. */
const MOST_VALUES = 8000;

/** Puts rows straight into the tables, many with one statement. @returns how many of them are detentions */
export async function putAll({ writer, dialect }: OpenDatabase, rows: Iterable<Named>): Promise<number> {
  const runner = writer.createQueryRunner();
  const waiting = new Map<string, Row[]>();
  let detentions = 0;
  const put = async (table: string): Promise<void> => {
    const some = waiting.get(table) ?? [];
    const columns = Object.keys(some[0] ?? {});
    if (some.length === 0) return;
    const cells = some.flatMap((row) => columns.map((column) => dialect.bound(row[column])));
    await runner.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${dialect.places(some.length, columns.length)}`, cells);
    waiting.set(table, []);
  };
  await dialect.begin(runner);
  for (const [table, row] of rows) {
    const some = waiting.get(table) ?? [];
    waiting.set(table, some);
    some.push(row);
    if (table === 'detention') detentions += 1;
    if (some.length * Object.keys(row).length >= MOST_VALUES) for (const each of tables) await put(each);
  }
  for (const each of tables) await put(each);
  await runner.query('COMMIT');
  await runner.release();
  return detentions;
}
