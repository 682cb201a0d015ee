import { loadBulk, openSnapshot, type OpenDatabase } from '../kernel/db/public.js';
import type { Keys } from '../kernel/crypto/public.js';
import { Problem } from '../kernel/errors/public.js';
import type { BackupReader, OpenedKeys } from './backup-reader.js';
import { isDigestOf } from './chunk-writer.js';
import type { Manifest, StoredTable } from './manifest.js';
import { namesOf, plainRow, RowSum } from './row-lines.js';

/** Puts all rows of a backup into a database that was migrated as far as it was then, and has no records yet. */
export async function fillDatabase(database: OpenDatabase, reader: BackupReader, manifest: Manifest, { head }: OpenedKeys, told: (rows: number) => void): Promise<void> {
  let rows = 0;
  const names = [...manifest.tables, ...head.tables].map(({ name }) => name);
  await loadBulk(database, names, async (put) => {
    const all = async (table: StoredTable, pages: AsyncIterable<unknown[][]>): Promise<void> => {
      for await (const page of pages) {
        await put(table.name, namesOf(table), page);
        told((rows += page.length));
      }
    };
    for (const table of manifest.tables) await all(table, reader.table(manifest, table));
    for (const table of head.tables) await all(table, reader.keyTable(table));
  });
}

/** Reads the filled database and compares it with the backup, table by table. @throws Problem `backup.differs` */
export async function compareWith(database: OpenDatabase, keys: Keys, tables: readonly StoredTable[]): Promise<void> {
  const snapshot = await openSnapshot(database);
  try {
    for (const table of tables) {
      const sum = new RowSum();
      for await (const page of snapshot.pages(table.name, namesOf(table), table.keys)) for (const row of page) sum.add(JSON.stringify(plainRow(table, row)));
      if (!isDigestOf(keys, table, sum)) throw new Problem('backup.differs', { status: 500, params: { table: table.name } });
    }
  } finally {
    await snapshot.close();
  }
}
