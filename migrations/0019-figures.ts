import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './steps.js';

/** What a ruling orders, how ill-treatment was done, and what figures are counted from. */
export class Figures1700000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Not through the table builder: on SQLite that would build the table anew.
    for (const column of ['article text', 'sanction_days integer', 'fine_amount integer', 'fine_unit varchar(64)', 'method varchar(64)']) {
      await runner.query(`ALTER TABLE detention_event ADD COLUMN ${column}`);
    }
    await createTable(runner, 'detention_fact', {
      columns: {
        ...{ detention_id: 'key varchar(36)', zone: 'varchar(64)', place_id: 'varchar(36)?', facility_id: 'varchar(36)?' },
        ...{ start_first: 'varchar(10)', start_last: 'varchar(10)', start_hour_first: 'integer', start_hour_last: 'integer' },
        ...{ end_first: 'varchar(10)', end_last: 'varchar(10)', end_hour_first: 'integer', end_hour_last: 'integer' },
        ...{ held_min: 'integer?', held_max: 'integer?', unrecorded_min: 'integer?', unrecorded_max: 'integer?' },
        ...{ ring: 'integer', ring_min: 'integer?', ring_max: 'integer?', lawyer_wait_min: 'integer?', lawyer_wait_max: 'integer?' },
        ...{ protocol: 'integer', rights_explained: 'integer', charged: 'integer', before_judge: 'integer', relatives_told: 'integer' },
        ...{ lawyer_requested: 'integer', lawyer_admitted: 'integer', lawyer_denied: 'integer' },
        ...{ medical_requested: 'integer', medical_done: 'integer', medical_refused: 'integer' },
        ...{ ill_treatment: 'integer', injury: 'integer', deprived: 'integer' },
      },
      indexes: [['start_last', 'start_first', 'detention_id']],
      refers: { detention_id: 'detention' },
    });
    await createTable(runner, 'clock_states', { columns: { detention_id: 'key varchar(36)', states: 'text' }, refers: { detention_id: 'detention' } });
    await createTable(runner, 'fact_basis', { columns: { id: 'key integer', method: 'varchar(64)' } });
    await createTable(runner, 'saved_report', {
      columns: {
        ...{ id: 'key varchar(36)', team_id: 'varchar(36)', owner_id: 'varchar(36)', sealed: 'text', report: 'varchar(64)', query: 'text', shared: 'boolean' },
        ...{ every: 'varchar(8)', format: 'varchar(16)', purpose: 'varchar(64)', next_at: 'varchar(24)', saved_at: 'varchar(24)' },
      },
      indexes: [['team_id', 'saved_at'], ['next_at']],
      refers: { owner_id: 'staff' },
    });
    await createTable(runner, 'report_file', {
      columns: {
        ...{ id: 'key varchar(36)', team_id: 'varchar(36)', owner_id: 'varchar(36)', saved_id: 'varchar(36)?', report: 'varchar(64)', query: 'text' },
        ...{ format: 'varchar(16)', purpose: 'varchar(64)', language: 'varchar(8)', state: 'varchar(16)', done: 'integer', rows: 'integer?', file_id: 'varchar(36)?' },
        ...{ size: 'integer?', sha256: 'varchar(64)?', asked_at: 'varchar(24)', ready_at: 'varchar(24)?' },
      },
      indexes: [['owner_id', 'id'], ['state', 'id']],
      refers: { owner_id: 'staff' },
    });
  }

  /** Going back would throw records away; a backup is the way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations of this project are not undone; restore a backup'));
  }
}
