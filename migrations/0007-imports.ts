import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './steps.js';

/** What came of each imported file. */
export class Imports1700000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'import_run', {
      columns: {
        id: 'key varchar(36)',
        what: 'varchar(16)',
        file_digest: 'varchar(64)',
        dry_run: 'boolean',
        started_at: 'varchar(24)',
        started_by: 'varchar(36)',
        finished_at: 'varchar(24)?',
        rows: 'integer',
        added: 'integer',
        changed: 'integer',
        unchanged: 'integer',
        refused: 'integer',
        remarks: 'text',
      },
      indexes: [['started_at']],
    });
  }

  /** Going back would throw records away; a backup is the way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations of this project are not undone; restore a backup'));
  }
}
