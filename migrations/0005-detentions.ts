import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './steps.js';

/** Stays, their periods and events, and the figures derived from them. */
export class Detentions1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'detention', {
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
        individual_id: 'varchar(36)?',
        incident_id: 'varchar(36)?',
        kind: 'varchar(64)',
        kind_words: 'text?',
        authority_kind: 'varchar(64)',
        authority_words: 'text?',
        outcome: 'varchar(64)',
        outcome_words: 'text?',
        region_code: 'varchar(64)?',
        counted_at_least: 'integer',
        counted_at_most: 'integer?',
        start_earliest: 'varchar(24)',
        start_latest: 'varchar(24)',
      },
      indexes: [['incident_id'], ['individual_id'], ['region_code', 'start_earliest', 'id'], ['kind', 'start_earliest', 'id'], ['start_earliest', 'id']],
      unique: [['reference']],
      refers: { individual_id: 'individual', incident_id: 'incident' },
    });
    await createTable(runner, 'custody_period', {
      columns: {
        id: 'key varchar(36)',
        version: 'integer',
        recorded_at: 'varchar(24)',
        recorded_by: 'varchar(36)',
        changed_at: 'varchar(24)',
        changed_by: 'varchar(36)',
        subject: 'varchar(36)',
        sealed: 'text?',
        detention_id: 'varchar(36)',
        kind: 'varchar(64)',
        account: 'varchar(16)',
        place_id: 'varchar(36)?',
        place_words: 'text?',
        source_id: 'varchar(36)?',
        withdrawn: 'boolean',
        start_earliest: 'varchar(24)?',
        start_latest: 'varchar(24)?',
        start_precision: 'varchar(16)?',
        start_zone: 'varchar(64)?',
        start_as_said: 'text?',
        end_earliest: 'varchar(24)?',
        end_latest: 'varchar(24)?',
        end_precision: 'varchar(16)?',
        end_zone: 'varchar(64)?',
        end_as_said: 'text?',
      },
      indexes: [['place_id'], ['detention_id']],
      refers: { detention_id: 'detention', place_id: 'place', source_id: 'source' },
    });
    await createTable(runner, 'detention_event', {
      columns: {
        id: 'key varchar(36)',
        version: 'integer',
        recorded_at: 'varchar(24)',
        recorded_by: 'varchar(36)',
        changed_at: 'varchar(24)',
        changed_by: 'varchar(36)',
        subject: 'varchar(36)',
        sealed: 'text?',
        detention_id: 'varchar(36)',
        kind: 'varchar(64)',
        kind_words: 'text?',
        account: 'varchar(16)',
        place_id: 'varchar(36)?',
        source_id: 'varchar(36)?',
        withdrawn: 'boolean',
        at_earliest: 'varchar(24)?',
        at_latest: 'varchar(24)?',
        at_precision: 'varchar(16)?',
        at_zone: 'varchar(64)?',
        at_as_said: 'text?',
      },
      indexes: [['kind', 'at_earliest'], ['detention_id']],
      refers: { detention_id: 'detention', place_id: 'place', source_id: 'source' },
    });
    await createTable(runner, 'detention_duration', {
      columns: {
        id: 'key varchar(96)',
        detention_id: 'varchar(36)',
        measure: 'varchar(16)',
        account: 'varchar(16)',
        period_id: 'varchar(36)?',
        min_minutes: 'integer?',
        max_minutes: 'integer?',
        open: 'boolean',
        method: 'varchar(8)',
        computed_at: 'varchar(24)',
      },
      indexes: [['measure', 'account', 'min_minutes'], ['detention_id']],
      refers: { detention_id: 'detention' },
    });
  }

  /** Going back would throw records away; a backup is the way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations of this project are not undone; restore a backup'));
  }
}
