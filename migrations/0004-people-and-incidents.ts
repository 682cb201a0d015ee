import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './steps.js';

/** Who, where, what happened and who said so. */
export class PeopleAndIncidents1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'place', {
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
        kind_words: 'text?',
        region_code: 'varchar(64)?',
        zone: 'varchar(64)',
        name: 'text',
        name_ru: 'text?',
        name_kk: 'text?',
        name_key: 'varchar(200)',
        aliases: 'text',
        authority_kind: 'varchar(64)?',
        address: 'text?',
        valid_from: 'varchar(10)?',
        valid_to: 'varchar(10)?',
      },
      indexes: [['region_code', 'name_key']],
    });
    await createTable(runner, 'source', {
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
        kind: 'varchar(64)',
        reliability: 'varchar(64)',
        protected: 'boolean',
        language: 'varchar(64)?',
        stated_earliest: 'varchar(24)?',
        stated_latest: 'varchar(24)?',
        stated_precision: 'varchar(16)?',
        stated_zone: 'varchar(64)?',
        stated_as_said: 'text?',
      },
    });
    await createTable(runner, 'individual', {
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
        sex: 'varchar(64)',
        born_earliest: 'integer?',
        born_latest: 'integer?',
        region_code: 'varchar(64)?',
        roles: 'text',
        minor: 'boolean?',
        external_token: 'varchar(32)?',
      },
      indexes: [['region_code', 'recorded_at', 'id'], ['recorded_at', 'id']],
      unique: [['reference'], ['external_token']],
    });
    await createTable(runner, 'name_token', {
      columns: {
        individual_id: 'key varchar(36)',
        token: 'key varchar(32)',
      },
      indexes: [['token']],
      refers: { individual_id: 'individual' },
    });
    await createTable(runner, 'organisation', {
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
        kind: 'varchar(64)',
        region_code: 'varchar(64)?',
        partner: 'boolean',
      },
    });
    await createTable(runner, 'affiliation', {
      columns: {
        id: 'key varchar(36)',
        version: 'integer',
        recorded_at: 'varchar(24)',
        recorded_by: 'varchar(36)',
        changed_at: 'varchar(24)',
        changed_by: 'varchar(36)',
        subject: 'varchar(36)',
        sealed: 'text?',
        individual_id: 'varchar(36)',
        organisation_id: 'varchar(36)',
        relation: 'varchar(64)',
      },
      refers: { organisation_id: 'organisation' },
    });
    await createTable(runner, 'incident', {
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
        kind: 'varchar(64)',
        kind_words: 'text?',
        region_code: 'varchar(64)?',
        place_words: 'text?',
        place_ids: 'text',
        theme: 'text?',
        permission: 'varchar(64)',
        organiser_kind: 'varchar(64)?',
        authority_kind: 'varchar(64)?',
        source_ids: 'text',
        external_id: 'varchar(64)?',
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
      indexes: [['region_code', 'start_earliest'], ['start_earliest', 'id']],
      unique: [['reference'], ['external_id']],
    });
    await createTable(runner, 'head_count', {
      columns: {
        id: 'key varchar(36)',
        version: 'integer',
        recorded_at: 'varchar(24)',
        recorded_by: 'varchar(36)',
        changed_at: 'varchar(24)',
        changed_by: 'varchar(36)',
        subject: 'varchar(36)',
        sealed: 'text?',
        incident_id: 'varchar(36)',
        source_id: 'varchar(36)?',
        at_least: 'integer',
        at_most: 'integer?',
        as_said: 'text?',
      },
      indexes: [['incident_id']],
      refers: { incident_id: 'incident', source_id: 'source' },
    });
  }

  /** Going back would throw records away; a backup is the way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations of this project are not undone; restore a backup'));
  }
}
