import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './steps.js';

/** Second factors, known browsers, programs with tokens, what somebody has to be told, and what needs two people. */
export class SecondFactors1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Not through the table builder: on SQLite that would build the tables anew.
    for (const column of ['factor_since varchar(24)', 'duress_hash text', 'suspended_at varchar(24)', 'service boolean']) {
      await runner.query(`ALTER TABLE staff ADD COLUMN ${column}`);
    }
    for (const column of ['device_id varchar(64)', 'exports_from varchar(24)', 'confirmed_at varchar(24)', 'low_risk boolean']) {
      await runner.query(`ALTER TABLE session ADD COLUMN ${column}`);
    }
    await createTable(runner, 'factor', {
      columns: {
        ...{ id: 'key varchar(36)', staff_id: 'varchar(36)', kind: 'varchar(16)', sealed: 'text', credential_token: 'varchar(32)?' },
        ...{ last_step: 'integer?', created_at: 'varchar(24)', last_used_at: 'varchar(24)?', revoked_at: 'varchar(24)?' },
      },
      indexes: [['staff_id'], ['credential_token']],
      refers: { staff_id: 'staff' },
    });
    await createTable(runner, 'recovery_code', {
      columns: { token: 'key varchar(32)', staff_id: 'varchar(36)', created_at: 'varchar(24)', used_at: 'varchar(24)?' },
      indexes: [['staff_id']],
      refers: { staff_id: 'staff' },
    });
    await createTable(runner, 'sign_in_step', {
      columns: {
        ...{ digest: 'key varchar(64)', staff_id: 'varchar(36)?', purpose: 'varchar(16)', challenge: 'varchar(128)?', low_risk: 'boolean' },
        ...{ tries: 'integer', expires_at: 'varchar(24)', used_at: 'varchar(24)?' },
      },
      indexes: [['expires_at']],
    });
    await createTable(runner, 'device', {
      columns: {
        ...{ id: 'key varchar(64)', staff_id: 'varchar(36)', first_seen_at: 'varchar(24)', last_seen_at: 'varchar(24)' },
        ...{ vouched_at: 'varchar(24)?', vouched_by: 'varchar(36)?' },
      },
      indexes: [['staff_id']],
      refers: { staff_id: 'staff' },
    });
    await createTable(runner, 'api_token', {
      columns: {
        ...{ id: 'key varchar(36)', digest: 'varchar(64)', staff_id: 'varchar(36)', sealed: 'text', permissions: 'text' },
        ...{ created_at: 'varchar(24)', created_by: 'varchar(36)', expires_at: 'varchar(24)', last_used_at: 'varchar(24)?', revoked_at: 'varchar(24)?' },
      },
      unique: [['digest']],
      indexes: [['staff_id']],
      refers: { staff_id: 'staff' },
    });
    await createTable(runner, 'notice', {
      columns: {
        ...{ id: 'key varchar(36)', staff_id: 'varchar(36)', kind: 'varchar(32)', facts: 'text', at: 'varchar(24)', seen_at: 'varchar(24)?' },
      },
      indexes: [['staff_id', 'seen_at', 'id']],
      refers: { staff_id: 'staff' },
    });
    await createTable(runner, 'approval', {
      columns: {
        ...{ id: 'key varchar(36)', kind: 'varchar(32)', subject: 'varchar(64)', facts: 'text', sealed: 'text', named: 'text?', needed: 'integer' },
        ...{ proposed_at: 'varchar(24)', proposed_by: 'varchar(36)', expires_at: 'varchar(24)', state: 'varchar(16)', settled_at: 'varchar(24)?' },
      },
      indexes: [['state', 'id'], ['proposed_by', 'id']],
      refers: { proposed_by: 'staff' },
    });
    await createTable(runner, 'approval_vote', {
      columns: { approval_id: 'key varchar(36)', staff_id: 'key varchar(36)', approved: 'boolean', at: 'varchar(24)' },
      refers: { approval_id: 'approval', staff_id: 'staff' },
    });
  }

  /** Going back would throw records away; a backup is the way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations of this project are not undone; restore a backup'));
  }
}
