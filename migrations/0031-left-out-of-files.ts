import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many records are not in a file for want of consent: whoever asked for it is told beside it. */
export class LeftOutOfFiles1700000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE report_file ADD COLUMN left_out integer');
  }

  /** Going back would throw records away; a backup is the way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations of this project are not undone; restore a backup'));
  }
}
