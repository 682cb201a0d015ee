import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which partner a briefing is for: consent that was bound to partners is asked about this one. */
export class PartnerOfSubmissions1700000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE submission ADD COLUMN partner_id varchar(36)');
  }

  /** Going back would throw records away; a backup is the way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations of this project are not undone; restore a backup'));
  }
}
