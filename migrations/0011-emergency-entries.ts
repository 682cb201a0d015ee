import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './steps.js';

/** Time in a circle that ends by itself, and entries in an emergency that somebody has to answer. */
export class EmergencyEntries1700000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Not through the table builder: on SQLite that would build the tables anew.
    await runner.query('ALTER TABLE circle_member ADD COLUMN ends_at varchar(24)');
    await createTable(runner, 'emergency_entry', {
      columns: {
        ...{ id: 'key varchar(36)', staff_id: 'varchar(36)', kind: 'varchar(32)', record_id: 'varchar(36)', owner_id: 'varchar(36)', sealed: 'text' },
        ...{ entered_at: 'varchar(24)', ends_at: 'varchar(24)', answered_at: 'varchar(24)?', answered_by: 'varchar(36)?', justified: 'boolean?' },
      },
      indexes: [['answered_at', 'id'], ['staff_id', 'id']],
      refers: { staff_id: 'staff' },
    });
  }

  /** Going back would throw records away; a backup is the way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations of this project are not undone; restore a backup'));
  }
}
