import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Hit, Scanner } from './scanner.js';

export async function onTeam<T>(url: string, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}

/** Every row of every table as text, and, where this account may read them, the files of the server themselves. */
export function inTeamDatabase(scanner: Scanner, url: string): Promise<Hit[]> {
  return onTeam(url, async (client) => {
    const tables = (await client.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`)).rows;
    const hits: Hit[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" t`);
      hits.push(...scanner.bytes(`table ${name}`, Buffer.from(rows.map(({ row }) => row).join('\n'))));
    }
    await client.query('CHECKPOINT');
    const [place] = (await client.query<{ folder: string; oid: string }>(`SELECT current_setting('data_directory') AS folder, oid::text FROM pg_database WHERE datname = current_database()`)).rows;
    const files = join(place?.folder ?? '', 'base', place?.oid ?? '');
    return readable(files) ? [...hits, ...scanner.folder(files)] : hits;
  });
}

function readable(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
