import type { MigrationInterface, QueryRunner } from 'typeorm';
import { armGuards } from './guards.js';
import { createTable } from './steps.js';

/** The ground: whose database this is, the key of each subject, every version of every record. */
export class InstanceKeysVersions1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'instance', {
      columns: {
        id: 'key varchar(36)',
        created_at: 'varchar(24)',
      },
    });
    await createTable(runner, 'subject_key', {
      columns: {
        subject: 'key varchar(36)',
        wrapped: 'text',
        created_at: 'varchar(24)',
      },
    });
    await createTable(runner, 'record_version', {
      columns: {
        kind: 'key varchar(32)',
        record_id: 'key varchar(36)',
        version: 'key integer',
        recorded_at: 'varchar(24)',
        recorded_by: 'varchar(36)',
        source_id: 'varchar(36)?',
        subject: 'varchar(36)',
        plain: 'text',
        sealed: 'text',
      },
      indexes: [['kind', 'record_id', 'recorded_at']],
    });
    await createTable(runner, 'reference_counter', {
      columns: {
        series: 'key varchar(16)',
        last: 'integer',
      },
    });
    await createTable(runner, 'once_key', {
      columns: {
        actor_id: 'key varchar(36)',
        key: 'key varchar(64)',
        body_digest: 'varchar(32)',
        record_id: 'varchar(36)',
        used_at: 'varchar(24)',
      },
      indexes: [['used_at']],
    });
    await armGuards(runner, 'record_version');
  }

  /** Going back would throw records away; a backup is the way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations of this project are not undone; restore a backup'));
  }
}
