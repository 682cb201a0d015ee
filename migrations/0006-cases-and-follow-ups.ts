import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './steps.js';

/** The work: cases, who has them, what is to be done. */
export class CasesAndFollowUps1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'case_file', {
      columns: {
        id: 'key varchar(36)',
        version: 'integer',
        recorded_at: 'varchar(24)',
        recorded_by: 'varchar(36)',
        changed_at: 'varchar(24)',
        changed_by: 'varchar(36)',
        subject: 'varchar(36)',
        sealed: 'text?',
        reference: 'varchar(64)',
        circle_id: 'varchar(36)',
        stage: 'varchar(64)',
        outcome: 'varchar(64)',
        priority: 'varchar(64)',
        lead_id: 'varchar(36)',
      },
      indexes: [['recorded_at', 'id']],
      unique: [['reference']],
      refers: { circle_id: 'circle', lead_id: 'staff' },
    });
    await createTable(runner, 'case_individual', {
      columns: {
        case_id: 'key varchar(36)',
        individual_id: 'key varchar(36)',
        added_at: 'varchar(24)',
        added_by: 'varchar(36)',
      },
      indexes: [['individual_id']],
      refers: { case_id: 'case_file', individual_id: 'individual' },
    });
    await createTable(runner, 'case_detention', {
      columns: {
        case_id: 'key varchar(36)',
        detention_id: 'key varchar(36)',
        added_at: 'varchar(24)',
        added_by: 'varchar(36)',
      },
      indexes: [['detention_id']],
      refers: { case_id: 'case_file', detention_id: 'detention' },
    });
    await createTable(runner, 'case_hand_over', {
      columns: {
        id: 'key varchar(36)',
        case_id: 'varchar(36)',
        from_id: 'varchar(36)',
        to_id: 'varchar(36)',
        asked_at: 'varchar(24)',
        answered_at: 'varchar(24)?',
        accepted: 'boolean?',
      },
      indexes: [['to_id'], ['case_id']],
      refers: { case_id: 'case_file', from_id: 'staff', to_id: 'staff' },
    });
    await createTable(runner, 'follow_up_action', {
      columns: {
        id: 'key varchar(36)',
        version: 'integer',
        recorded_at: 'varchar(24)',
        recorded_by: 'varchar(36)',
        changed_at: 'varchar(24)',
        changed_by: 'varchar(36)',
        subject: 'varchar(36)',
        sealed: 'text?',
        kind: 'varchar(64)',
        case_id: 'varchar(36)?',
        individual_id: 'varchar(36)?',
        detention_id: 'varchar(36)?',
        incident_id: 'varchar(36)?',
        owner_id: 'varchar(36)?',
        priority: 'varchar(64)',
        status: 'varchar(64)',
        status_at: 'varchar(24)',
        status_by: 'varchar(36)',
        due_earliest: 'varchar(24)?',
        due_latest: 'varchar(24)?',
        due_precision: 'varchar(16)?',
        due_zone: 'varchar(64)?',
        due_as_said: 'text?',
      },
      indexes: [['detention_id'], ['individual_id'], ['case_id'], ['owner_id', 'status', 'due_latest'], ['due_latest', 'id']],
      refers: { case_id: 'case_file', individual_id: 'individual', detention_id: 'detention', incident_id: 'incident' },
    });
  }

  /** Going back would throw records away; a backup is the way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations of this project are not undone; restore a backup'));
  }
}
