import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What figures are counted by, beside the rows they stand in: a row is wide with its sealed part, and figures need nothing of that. */
export class FiguresRead1700000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX ix_detention_figures ON detention (id, team_id, individual_id, incident_id, region_code, kind, authority_kind, outcome, counted_at_least, counted_at_most)',
    );
    await runner.query('CREATE INDEX ix_detention_event_figures ON detention_event (kind, detention_id, withdrawn, article_token, place_id, sanction_days, fine_amount, fine_unit)');
    await runner.query('CREATE INDEX ix_individual_figures ON individual (id, sex, born_earliest, born_latest, minor, roles)');
  }

  /** Going back would throw records away; a backup is the way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations of this project are not undone; restore a backup'));
  }
}
