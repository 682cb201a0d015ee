import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './steps.js';

/** Answers to what clocks ask, the deadlines of each detention, and what lawyers say of rules. */
export class Clocks1700000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Not through the table builder: on SQLite that would build the table anew.
    await runner.query('ALTER TABLE detention ADD COLUMN circumstances text');
    await createTable(runner, 'detention_clock', {
      columns: {
        id: 'key varchar(128)',
        detention_id: 'varchar(36)',
        pack: 'varchar(40)',
        rule_id: 'varchar(64)',
        against: 'varchar(16)',
        conditional: 'boolean',
        settled: 'varchar(16)',
        due_earliest: 'varchar(24)',
        due_latest: 'varchar(24)',
      },
      indexes: [['settled', 'due_earliest', 'id'], ['detention_id']],
      refers: { detention_id: 'detention' },
    });
    await createTable(runner, 'clock_basis', {
      columns: { id: 'key integer', digest: 'varchar(64)' },
    });
    await createTable(runner, 'rule_pack', {
      columns: {
        id: 'key varchar(36)',
        pack: 'varchar(20)',
        pack_version: 'varchar(16)',
        content: 'text',
        added_at: 'varchar(24)',
        added_by: 'varchar(36)',
      },
      indexes: [['pack', 'pack_version', 'id']],
    });
    await createTable(runner, 'rule_review', {
      columns: {
        id: 'key varchar(36)',
        pack: 'varchar(20)',
        pack_version: 'varchar(16)',
        rule_id: 'varchar(64)',
        rule_digest: 'varchar(64)',
        confirmed: 'boolean',
        note: 'text?',
        reviewed_at: 'varchar(24)',
        reviewed_by: 'varchar(36)',
      },
      indexes: [['pack', 'pack_version', 'rule_id', 'id']],
      refers: { reviewed_by: 'staff' },
    });
  }

  /** Going back would throw records away; a backup is the way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations of this project are not undone; restore a backup'));
  }
}
