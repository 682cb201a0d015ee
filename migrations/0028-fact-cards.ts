import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './steps.js';

/**
 * Facts as cards: a row of figures as narrow as can be, read alone. What was derived before is made anew after the start; what only figures read beside it,
 * indexes of wide tables and the states of clocks as texts, goes.
 */
export class FactCards1700000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const index of ['ix_detention_figures', 'ix_detention_event_figures', 'ix_individual_figures']) await runner.query(`DROP INDEX ${index}`);
    for (const table of ['detention_fact', 'clock_states']) await runner.query(`DROP TABLE ${table}`);
    await runner.query('DELETE FROM fact_basis');
    await createTable(runner, 'detention_fact', {
      columns: { detention_id: 'key varchar(36)', team_id: 'varchar(36)', individual_id: 'varchar(36)?', start_first: 'integer', start_last: 'integer', card: 'text', rulings: 'text' },
      indexes: [['start_last', 'start_first', 'detention_id'], ['individual_id']],
      refers: { detention_id: 'detention' },
    });
    await createTable(runner, 'fact_text', { columns: { number: 'key integer', text: 'text' }, unique: [['text']] });
    // Who reaches a detention is asked of many rows at once; with this index the wide ones are left alone.
    await runner.query('CREATE INDEX ix_detention_reach ON detention (id, team_id, individual_id)');
    await runner.query('CREATE INDEX ix_incident_figures ON incident (id, team_id, kind, region_code, authority_kind, permission, organiser_kind, theme_token, start_earliest, start_latest, start_zone)');
    await runner.query('CREATE INDEX ix_follow_up_action_figures ON follow_up_action (id, team_id, detention_id, individual_id, incident_id, case_id, kind, status, priority, owner_id, due_earliest, due_latest)');
    await runner.query('CREATE INDEX ix_follow_up_action_done ON follow_up_action (status, kind, individual_id, case_id, status_at)');
  }

  /** Going back would throw records away; a backup is the way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations of this project are not undone; restore a backup'));
  }
}
