import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './steps.js';

/** Drafts to international bodies and partners, and what became of them. */
export class Submissions1700000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'submission', {
      columns: {
        ...{ id: 'key varchar(36)', version: 'integer', recorded_at: 'varchar(24)', recorded_by: 'varchar(36)', changed_at: 'varchar(24)' },
        ...{ changed_by: 'varchar(36)', team_id: 'varchar(36)?', subject: 'varchar(36)', sealed: 'text?' },
        ...{ reference: 'varchar(64)', form: 'varchar(64)', form_version: 'varchar(64)', scope: 'varchar(64)', headings: 'varchar(64)' },
        ...{ detention_id: 'varchar(36)?', incident_id: 'varchar(36)?', individual_id: 'varchar(36)?', sources: 'text', drawn_at: 'varchar(24)', state: 'varchar(64)' },
        ...{ sent_earliest: 'varchar(24)?', sent_latest: 'varchar(24)?', sent_precision: 'varchar(16)?', sent_zone: 'varchar(64)?', sent_as_said: 'text?' },
        ...{ sent_how: 'varchar(64)?', file_hash: 'varchar(64)?' },
        ...{ replied_earliest: 'varchar(24)?', replied_latest: 'varchar(24)?', replied_precision: 'varchar(16)?', replied_zone: 'varchar(64)?', replied_as_said: 'text?' },
        ...{ response: 'varchar(64)?' },
      },
      indexes: [['recorded_at', 'id'], ['detention_id'], ['incident_id']],
      unique: [['reference']],
      refers: { detention_id: 'detention', incident_id: 'incident' },
    });
  }

  /** Going back would throw records away; a backup is the way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations of this project are not undone; restore a backup'));
  }
}
