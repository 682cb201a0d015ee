import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './steps.js';

/** The key of each file that lies sealed in the data folder. */
export class FileKeys1700000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'file_key', {
      columns: { id: 'key varchar(36)', subject: 'varchar(36)?', wrapped: 'text', created_at: 'varchar(24)' },
      indexes: [['subject']],
    });
  }

  /** Going back would throw records away; a backup is the way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations of this project are not undone; restore a backup'));
  }
}
