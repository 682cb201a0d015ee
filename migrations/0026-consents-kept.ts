import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './steps.js';

/**
 * Lists count a yes to passing on that names partners as no yes to partners in general; what stands is worked out anew with the
 * next decision. And consents can be imported: which row became which decision.
 */
export class ConsentsKept1700000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE consent_standing SET allowed = FALSE, why = 'other_partner' WHERE scope = 'share_partner' AND allowed
       AND subject_id IN (SELECT COALESCE(individual_id, source_id) FROM consent_decision WHERE partner_ids IS NOT NULL)`,
    );
    await createTable(runner, 'imported_consent', {
      columns: { team_id: 'key varchar(36)', token: 'key varchar(64)', decision_id: 'varchar(36)', run_id: 'varchar(36)' },
      indexes: [['run_id']],
    });
  }

  /** Going back would throw records away; a backup is the way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations of this project are not undone; restore a backup'));
  }
}
