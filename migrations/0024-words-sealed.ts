import { randomBytes } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Keys, ringFor, seal } from '../src/kernel/crypto/public.js';
import { counted, dialectOf, run } from '../src/kernel/db/public.js';
import { SystemClock } from '../src/kernel/time/public.js';
import { sealRows, sealVersions, type Wordy } from './words-into-parts.js';

const wordy = (table: string, kind: string, moments: readonly string[], words: Wordy['words'] = {}, tokens: Wordy['tokens'] = {}): Wordy => ({ table, kind, words, moments, tokens });

const tables: readonly Wordy[] = [
  wordy('detention', 'detention', [], { kind_words: 'kindWords', authority_words: 'authorityWords', outcome_words: 'outcomeWords' }),
  wordy('custody_period', 'custody-period', ['start', 'end'], { place_words: 'placeWords' }),
  wordy('detention_event', 'detention-event', ['at'], { kind_words: 'kindWords', article: 'article' }, { article_token: 'article' }),
  wordy(
    'incident',
    'incident',
    ['start', 'end'],
    { kind_words: 'kindWords', place_words: 'placeWords', theme: 'theme', external_id: 'externalId' },
    { theme_token: 'theme', external_token: 'externalId' },
  ),
  wordy('head_count', 'head-count', [], { as_said: 'asSaid' }),
  wordy('source', 'source', ['stated']),
  wordy('follow_up_action', 'follow-up', ['due']),
  wordy('data_request', 'data-request', ['received']),
  wordy('consent_decision', 'consent', ['given']),
  wordy('evidence', 'evidence', ['collected']),
  wordy('submission', 'submission', ['sent', 'replied']),
];

/**
 * What was said in words about a time, a place, a kind or a number goes into the sealed part of its record, all versions
 * included; articles, themes and ids of other systems leave a keyed token to count and look up by. Afterwards the tables
 * are written anew, so that nothing of it stays in the files of the engine.
 */
export class WordsSealed1700000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const dialect = dialectOf(runner);
    await this.addTokens(runner);
    let keys: Keys | null = null;
    const token = (kind: string, field: string, text: string): string => (keys ??= new Keys(ringFor(runner))).token(`${kind} ${field}`, text);
    for (const one of tables) await sealRows(runner, one, token);
    for (const statement of dialect.guardLifted('record_version')) await runner.query(statement);
    for (const one of tables) await sealVersions(runner, one);
    for (const statement of dialect.appendOnlyButErased('record_version')) await runner.query(statement);
    await this.sealNotes(runner);
    await runner.query('DROP INDEX ix_incident_team_id_external_id');
    for (const { table, words, moments } of tables) {
      for (const column of [...Object.keys(words), ...moments.map((moment) => `${moment}_as_said`)]) await runner.query(`ALTER TABLE ${table} DROP COLUMN ${column}`);
    }
    await runner.query('ALTER TABLE rule_review DROP COLUMN note');
    for (const table of [...tables.map(({ table }) => table), 'rule_review']) for (const statement of dialect.writtenAnew(table, 'sealed')) await runner.query(statement);
    for (const statement of dialect.writtenAnew('record_version', 'plain')) await runner.query(statement);
  }

  private async addTokens(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE detention_event ADD COLUMN article_token varchar(32)');
    await runner.query('ALTER TABLE incident ADD COLUMN theme_token varchar(32)');
    await runner.query('ALTER TABLE incident ADD COLUMN external_token varchar(32)');
    await runner.query('ALTER TABLE rule_review ADD COLUMN sealed text');
    await runner.query('CREATE INDEX ix_detention_event_article_token_id ON detention_event (article_token, id)');
    await runner.query('CREATE INDEX ix_incident_theme_token_id ON incident (theme_token, id)');
    await runner.query('CREATE UNIQUE INDEX ix_incident_team_id_external_token ON incident (team_id, external_token)');
  }

  /** A note on a rule is about nobody: each gets a key of its own, as a new one does. */
  private async sealNotes(runner: QueryRunner): Promise<void> {
    const now = new SystemClock().now();
    for (const { id, note } of await counted<{ id: string; note: string }>(runner.manager, 'SELECT id, note FROM rule_review WHERE note IS NOT NULL', {})) {
      const key = randomBytes(32);
      const wrapped = seal(ringFor(runner).current.subjects.key, key.toString('base64'), id);
      await run(runner.manager, 'INSERT INTO subject_key (subject, wrapped, created_at) VALUES (:id, :wrapped, :now)', { id, wrapped, now });
      await run(runner.manager, 'UPDATE rule_review SET sealed = :sealed WHERE id = :id', { id, sealed: seal(key, note, `rule-review:${id}`) });
    }
  }

  /** Going back would throw records away; a backup is the way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations of this project are not undone; restore a backup'));
  }
}
