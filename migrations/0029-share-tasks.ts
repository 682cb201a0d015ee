import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './steps.js';

/** Which task was made for whom because a share goes on without their consent; and how far an import of consents was taken back. */
export class ShareTasks1700000000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'share_task', {
      columns: { follow_up_id: 'key varchar(36)', case_id: 'varchar(36)', team_id: 'varchar(36)', subject_id: 'varchar(36)', settled_at: 'varchar(24)?' },
      indexes: [['case_id', 'settled_at'], ['subject_id']],
      refers: { follow_up_id: 'follow_up_action', case_id: 'case_file' },
    });
    await runner.query('ALTER TABLE imported_consent ADD COLUMN taken_back_at varchar(24)');
  }

  /** Going back would throw records away; a backup is the way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations of this project are not undone; restore a backup'));
  }
}
