import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './steps.js';

/** Accounts, sessions and the need-to-know circles. */
export class StaffAndCircles1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'staff', {
      columns: {
        id: 'key varchar(36)',
        sign_in_token: 'varchar(32)',
        sealed: 'text',
        role: 'varchar(24)',
        language: 'varchar(2)',
        password_hash: 'text?',
        created_at: 'varchar(24)',
        created_by: 'varchar(36)',
        expires_at: 'varchar(24)?',
        disabled_at: 'varchar(24)?',
      },
      unique: [['sign_in_token']],
    });
    await createTable(runner, 'staff_invitation', {
      columns: {
        digest: 'key varchar(64)',
        staff_id: 'varchar(36)',
        expires_at: 'varchar(24)',
        used_at: 'varchar(24)?',
        invited_by: 'varchar(36)',
      },
      refers: { staff_id: 'staff' },
    });
    await createTable(runner, 'session', {
      columns: {
        digest: 'key varchar(64)',
        staff_id: 'varchar(36)',
        csrf: 'varchar(64)',
        started_at: 'varchar(24)',
        last_used_at: 'varchar(24)',
        ends_at: 'varchar(24)',
        ended_at: 'varchar(24)?',
      },
      indexes: [['staff_id']],
      refers: { staff_id: 'staff' },
    });
    await createTable(runner, 'circle', {
      columns: {
        id: 'key varchar(36)',
        opened_at: 'varchar(24)',
        opened_by: 'varchar(36)',
      },
    });
    await createTable(runner, 'circle_member', {
      columns: {
        id: 'key varchar(36)',
        circle_id: 'varchar(36)',
        staff_id: 'varchar(36)',
        added_at: 'varchar(24)',
        added_by: 'varchar(36)',
        ended_at: 'varchar(24)?',
        ended_by: 'varchar(36)?',
      },
      indexes: [['circle_id'], ['staff_id', 'circle_id']],
      refers: { circle_id: 'circle' },
    });
    await createTable(runner, 'circle_record', {
      columns: {
        circle_id: 'key varchar(36)',
        kind: 'key varchar(32)',
        record_id: 'key varchar(36)',
        joined_at: 'varchar(24)',
        joined_by: 'varchar(36)',
      },
      indexes: [['kind', 'record_id']],
      refers: { circle_id: 'circle' },
    });
  }

  /** Going back would throw records away; a backup is the way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations of this project are not undone; restore a backup'));
  }
}
