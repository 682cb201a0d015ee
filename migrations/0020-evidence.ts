import type { MigrationInterface, QueryRunner } from 'typeorm';
import { armGuards } from './guards.js';
import { createTable } from './steps.js';

/** Files that belong to a record, and what happened to each. */
export class Evidence1700000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'evidence', {
      columns: {
        ...{ id: 'key varchar(36)', version: 'integer', recorded_at: 'varchar(24)', recorded_by: 'varchar(36)', changed_at: 'varchar(24)', changed_by: 'varchar(36)' },
        ...{ team_id: 'varchar(36)?', subject: 'varchar(36)', sealed: 'text?' },
        ...{ individual_id: 'varchar(36)?', detention_id: 'varchar(36)?', incident_id: 'varchar(36)?', case_id: 'varchar(36)?', original_id: 'varchar(36)?' },
        ...{ kind: 'varchar(64)', source_id: 'varchar(36)?' },
        ...{ collected_earliest: 'varchar(24)?', collected_latest: 'varchar(24)?', collected_precision: 'varchar(16)?', collected_zone: 'varchar(64)?', collected_as_said: 'text?' },
        ...{ media_type: 'varchar(64)', size: 'integer', sha256: 'varchar(64)', file_id: 'varchar(36)' },
      },
      indexes: [['individual_id'], ['detention_id'], ['incident_id'], ['case_id'], ['recorded_by']],
      unique: [['file_id']],
      refers: { individual_id: 'individual', detention_id: 'detention', incident_id: 'incident', case_id: 'case_file', original_id: 'evidence', source_id: 'source' },
    });
    await createTable(runner, 'evidence_step', {
      columns: { id: 'key varchar(36)', evidence_id: 'varchar(36)', at: 'varchar(24)', by_id: 'varchar(36)', step: 'varchar(64)', intact: 'boolean?', sealed: 'text?' },
      indexes: [['evidence_id', 'id']],
      refers: { evidence_id: 'evidence' },
    });
    await armGuards(runner, 'evidence_step');
  }

  /** Going back would throw records away; a backup is the way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations of this project are not undone; restore a backup'));
  }
}
