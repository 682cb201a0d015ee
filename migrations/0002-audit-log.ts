import type { MigrationInterface, QueryRunner } from 'typeorm';
import { armGuards } from './guards.js';
import { createTable } from './steps.js';

/** The audit log: a hash chain the database itself refuses to change. */
export class AuditLog1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'audit_entry', {
      columns: {
        seq: 'key integer',
        leaf: 'text',
        hash: 'varchar(64)',
        at: 'varchar(24)',
        actor_id: 'varchar(48)',
        act: 'varchar(48)',
        kind: 'varchar(32)',
        record_id: 'varchar(36)?',
        allowed: 'integer',
      },
      indexes: [['at'], ['act', 'seq'], ['kind', 'record_id', 'seq'], ['actor_id', 'seq']],
    });
    await createTable(runner, 'audit_head', {
      columns: {
        id: 'key integer',
        size: 'integer',
        last: 'varchar(64)?',
      },
    });
    await runner.query('INSERT INTO audit_head (id, size, last) VALUES (1, 0, NULL)');
    await armGuards(runner, 'audit_entry');
  }

  /** Going back would throw records away; a backup is the way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations of this project are not undone; restore a backup'));
  }
}
