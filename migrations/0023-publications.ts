import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './steps.js';

/** What leaves the house for good, its files, and who received them. */
export class Publications1700000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'publication', {
      columns: {
        ...{ id: 'key varchar(36)', version: 'integer', recorded_at: 'varchar(24)', recorded_by: 'varchar(36)', changed_at: 'varchar(24)', changed_by: 'varchar(36)' },
        ...{ team_id: 'varchar(36)?', subject: 'varchar(36)', sealed: 'text?' },
        ...{ reference: 'varchar(64)', state: 'varchar(64)', language: 'varchar(64)', tables: 'text', from_day: 'varchar(10)', to_day: 'varchar(10)', region_code: 'varchar(64)?' },
        ...{ named: 'boolean', threshold: 'integer', embargo_until: 'varchar(24)?', replaces_id: 'varchar(36)?' },
        ...{ made_at: 'varchar(24)?', released_at: 'varchar(24)?', released_by: 'varchar(36)?' },
      },
      indexes: [['recorded_at', 'id'], ['state', 'released_at']],
      unique: [['reference']],
    });
    await createTable(runner, 'publication_file', {
      columns: { id: 'key varchar(36)', publication_id: 'varchar(36)', format: 'varchar(64)', size: 'integer', sha256: 'varchar(64)' },
      indexes: [['publication_id']],
      refers: { publication_id: 'publication' },
    });
    await createTable(runner, 'publication_receipt', {
      columns: { id: 'key varchar(36)', publication_id: 'varchar(36)', at: 'varchar(24)', by: 'varchar(36)', sealed: 'text', told_at: 'varchar(24)?' },
      indexes: [['publication_id']],
      refers: { publication_id: 'publication' },
    });
  }

  /** Going back would throw records away; a backup is the way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations of this project are not undone; restore a backup'));
  }
}
