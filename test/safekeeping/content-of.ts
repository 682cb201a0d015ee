import { openSnapshot, type OpenDatabase } from '../../src/kernel/db/public.js';
import { dataTables, tablesOfKeys } from '../../src/safekeeping/backup-tables.js';
import { namesOf, plainRow, RowSum } from '../../src/safekeeping/row-lines.js';

/** What each table holds, in one word a table, the same on both databases. */
export async function contentOf(database: OpenDatabase): Promise<Record<string, string>> {
  const snapshot = await openSnapshot(database);
  const content: Record<string, string> = {};
  for (const plan of [...dataTables(database.reader), ...tablesOfKeys(database.reader)]) {
    const sum = new RowSum();
    for await (const page of snapshot.pages(plan.name, namesOf(plan), plan.keys)) for (const row of page) sum.add(JSON.stringify(plainRow(plan, row)));
    content[plan.name] = `${sum.rows} ${sum.hex}`;
  }
  await snapshot.close();
  return content;
}
