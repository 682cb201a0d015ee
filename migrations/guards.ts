import type { QueryRunner } from 'typeorm';
import { dialectOf } from '../src/kernel/db/public.js';

/** Makes a table append-only. To be called again after any step that rebuilds it: a rebuild drops its triggers. */
export async function armGuards(runner: QueryRunner, table: string): Promise<void> {
  for (const statement of dialectOf(runner).appendOnlyGuard(table)) await runner.query(statement);
}
