import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, type Column } from './steps.js';

const record: Readonly<Record<string, Column>> = {
  ...{ id: 'key varchar(36)', version: 'integer', recorded_at: 'varchar(24)', recorded_by: 'varchar(36)', changed_at: 'varchar(24)' },
  ...{ changed_by: 'varchar(36)', team_id: 'varchar(36)?', subject: 'varchar(36)', sealed: 'text?' },
};

/** What people agreed to, how that stands by use, and where their data went. */
export class Consents1700000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const refers = { individual_id: 'individual', source_id: 'source' };
    await createTable(runner, 'consent_decision', {
      columns: {
        ...record,
        ...{ individual_id: 'varchar(36)?', source_id: 'varchar(36)?', answers: 'text' },
        ...{ given_earliest: 'varchar(24)?', given_latest: 'varchar(24)?', given_precision: 'varchar(16)?', given_zone: 'varchar(64)?', given_as_said: 'text?' },
        ...{ expires_at: 'varchar(24)?', way: 'varchar(64)', language: 'varchar(64)?', given_by: 'varchar(64)', capacity: 'varchar(64)' },
        ...{ asked_by_id: 'varchar(36)?', partner_ids: 'text?', conditional: 'boolean', evidence_id: 'varchar(36)?' },
      },
      indexes: [['individual_id'], ['source_id'], ['expires_at', 'id']],
      refers,
    });
    await createTable(runner, 'consent_standing', {
      columns: {
        ...{ subject_id: 'key varchar(36)', scope: 'key varchar(24)', about: 'varchar(64)', allowed: 'boolean', why: 'varchar(64)?' },
        ...{ needs_legal_review: 'boolean', until: 'varchar(24)?', decision_id: 'varchar(36)?', computed_at: 'varchar(24)' },
      },
      indexes: [['scope', 'allowed', 'until']],
    });
    await createTable(runner, 'disclosure', {
      columns: {
        ...record,
        ...{ individual_id: 'varchar(36)?', source_id: 'varchar(36)?', record_kind: 'varchar(64)', record_id: 'varchar(36)?' },
        ...{ scope: 'varchar(64)', way: 'varchar(64)', purpose: 'varchar(64)?', format: 'varchar(64)?', left_at: 'varchar(24)', file_hash: 'varchar(64)?' },
      },
      indexes: [['individual_id', 'left_at'], ['source_id', 'left_at'], ['record_kind', 'record_id'], ['left_at', 'id']],
      refers,
    });
  }

  /** Going back would throw records away; a backup is the way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations of this project are not undone; restore a backup'));
  }
}
