import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A period and an event may rest on more than one source. */
export class MoreSources1700000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Not through the table builder: on SQLite that would build the tables anew.
    for (const table of ['custody_period', 'detention_event']) await runner.query(`ALTER TABLE ${table} ADD COLUMN more_source_ids text`);
  }

  /** Going back would throw records away; a backup is the way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations of this project are not undone; restore a backup'));
  }
}
