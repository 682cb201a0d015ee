import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dialectOf } from '../src/kernel/db/public.js';
import { armGuards } from './guards.js';
import { createTable } from './steps.js';

const bounds = (name: string) => ({
  ...{ [`${name}_earliest`]: 'varchar(24)?', [`${name}_latest`]: 'varchar(24)?', [`${name}_precision`]: 'varchar(16)?' },
  ...{ [`${name}_zone`]: 'varchar(64)?', [`${name}_as_said`]: 'text?' },
}) as const;

/** What was erased and where names were struck out, holds, restrictions, and the register of what people ask about their data. */
export class ErasureAndRequests1700000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'erasure', {
      columns: {
        ...{ subject: 'key varchar(36)', kind: 'varchar(32)', record_id: 'varchar(36)', ground: 'varchar(64)' },
        ...{ erased_at: 'varchar(24)', erased_by: 'varchar(48)', approved_by: 'varchar(48)' },
      },
      indexes: [['kind', 'record_id']],
    });
    await createTable(runner, 'erasure_mention', {
      columns: {
        ...{ subject: 'key varchar(36)', kind: 'key varchar(32)', record_id: 'key varchar(36)', version: 'key integer', spans: 'text' },
      },
      indexes: [['kind', 'record_id']],
    });
    await createTable(runner, 'legal_hold', {
      columns: {
        ...{ id: 'key varchar(36)', kind: 'varchar(32)', record_id: 'varchar(36)', team_id: 'varchar(36)', subject: 'varchar(36)', sealed: 'text' },
        ...{ set_at: 'varchar(24)', set_by: 'varchar(36)', ends_at: 'varchar(24)?', released_at: 'varchar(24)?', released_by: 'varchar(36)?' },
      },
      indexes: [['kind', 'record_id']],
    });
    await createTable(runner, 'restriction', {
      columns: {
        ...{ id: 'key varchar(36)', individual_id: 'varchar(36)', ground: 'varchar(64)', sealed: 'text', request_id: 'varchar(36)?' },
        ...{ set_at: 'varchar(24)', set_by: 'varchar(36)', lifted_at: 'varchar(24)?', lifted_by: 'varchar(36)?' },
      },
      indexes: [['individual_id']],
    });
    await createTable(runner, 'restriction_reading', {
      columns: {
        ...{ id: 'key varchar(36)', restriction_id: 'varchar(36)', individual_id: 'varchar(36)', staff_id: 'varchar(36)', sealed: 'text' },
        ...{ opened_at: 'varchar(24)', ends_at: 'varchar(24)' },
      },
      indexes: [['restriction_id', 'staff_id']],
      refers: { restriction_id: 'restriction' },
    });
    await createTable(runner, 'data_request', {
      columns: {
        ...{ id: 'key varchar(36)', version: 'integer', recorded_at: 'varchar(24)', recorded_by: 'varchar(36)', changed_at: 'varchar(24)' },
        ...{ changed_by: 'varchar(36)', team_id: 'varchar(36)?', subject: 'varchar(36)', sealed: 'text?' },
        ...{ reference: 'varchar(64)', what: 'varchar(64)', individual_id: 'varchar(36)?', asked_by: 'varchar(64)', identity: 'varchar(64)' },
        ...bounds('received'),
        ...{ due_at: 'varchar(24)', extended_at: 'varchar(24)?', state: 'varchar(64)' },
      },
      indexes: [['state', 'due_at', 'id'], ['individual_id']],
      unique: [['reference']],
      refers: { individual_id: 'individual' },
    });
    await createTable(runner, 'data_request_answer', {
      columns: {
        ...{ id: 'key varchar(36)', request_id: 'varchar(36)', step: 'varchar(16)', ground: 'varchar(64)?', subject: 'varchar(36)', sealed: 'text?' },
        ...{ at: 'varchar(24)', staff_id: 'varchar(36)' },
      },
      indexes: [['request_id']],
      refers: { request_id: 'data_request' },
    });
    for (const table of ['erasure', 'erasure_mention']) await armGuards(runner, table);
    for (const statement of dialectOf(runner).appendOnlyButErased('record_version')) await runner.query(statement);
    for (const statement of dialectOf(runner).appendOnlyButErased('data_request_answer')) await runner.query(statement);
  }

  /** Going back would throw records away; a backup is the way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations of this project are not undone; restore a backup'));
  }
}
