import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './steps.js';

/** The team that was there before there were several; as in src/kernel/actor. */
const HOME_TEAM = '00000000-0000-7000-8000-000000000001';

const records = [
  ...['individual', 'organisation', 'affiliation', 'incident', 'head_count', 'detention', 'custody_period', 'detention_event'],
  ...['case_file', 'follow_up_action', 'place', 'source'],
];

/** Teams as the outer boundary, circles that are no case, circles under seal, and roles that can be narrowed and widened. */
export class TeamsAndLevels1700000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'team', {
      columns: {
        ...{ id: 'key varchar(36)', sealed: 'text?', contact_id: 'varchar(36)?', created_at: 'varchar(24)?', created_by: 'varchar(36)?' },
      },
    });
    await runner.query(`INSERT INTO team (id) VALUES ('${HOME_TEAM}')`);
    // Not through the table builder: on SQLite that would build the tables anew.
    for (const table of [...records, 'staff', 'import_run', 'approval']) {
      await runner.query(`ALTER TABLE ${table} ADD COLUMN team_id varchar(36)`);
      await runner.query(`UPDATE ${table} SET team_id = '${HOME_TEAM}'`);
    }
    for (const column of ['kind varchar(16)', 'sealed text', 'closed_to_all_since varchar(24)']) {
      await runner.query(`ALTER TABLE circle ADD COLUMN ${column}`);
    }
    await runner.query(`UPDATE circle SET kind = 'case'`);
    // Two teams may import the same rows without learning of each other.
    for (const [table, column] of [['individual', 'external_token'], ['incident', 'external_id']] as const) {
      await runner.query(`DROP INDEX ix_${table}_${column}`);
      await runner.query(`CREATE UNIQUE INDEX ix_${table}_team_id_${column} ON ${table} (team_id, ${column})`);
    }
    await createTable(runner, 'role_rights', {
      columns: {
        ...{ role: 'key varchar(24)', permissions: 'text', reads: 'text', writes: 'text' },
        ...{ changed_at: 'varchar(24)', changed_by: 'varchar(36)' },
      },
    });
    await runner.query('ALTER TABLE staff ADD COLUMN elsewhere_token varchar(32)');
    await runner.query('CREATE UNIQUE INDEX ix_staff_elsewhere_token ON staff (elsewhere_token)');
  }

  /** Going back would throw records away; a backup is the way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations of this project are not undone; restore a backup'));
  }
}
