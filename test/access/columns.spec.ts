import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tokenColumns } from '../../src/rotation/public.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

/**
 * Why a column of free length may be read by whoever has a copy of the team database alone. `words`: somebody's own words
 * about a time, a place, a kind or a number (docs/security.md names them); nothing that is made to name a person.
 */
type Readable = 'codes' | 'ids' | 'public' | 'words' | 'hash' | 'log' | 'version';

const readable: Readonly<Record<string, Readable>> = {
  'api_token.permissions': 'codes',
  'approval.facts': 'codes',
  'approval.named': 'ids',
  'audit_entry.leaf': 'log',
  'audit_head.frontier': 'hash',
  'audit_checkpoint.note': 'log',
  'clock_states.states': 'codes',
  'consent_decision.answers': 'codes',
  'consent_decision.given_as_said': 'words',
  'consent_decision.partner_ids': 'ids',
  'custody_period.place_words': 'words',
  'custody_period.more_source_ids': 'ids',
  'custody_period.start_as_said': 'words',
  'custody_period.end_as_said': 'words',
  'data_request.received_as_said': 'words',
  'detention.kind_words': 'words',
  'detention.authority_words': 'words',
  'detention.outcome_words': 'words',
  'detention.circumstances': 'codes',
  'detention_event.kind_words': 'words',
  'detention_event.article': 'words',
  'detention_event.more_source_ids': 'ids',
  'detention_event.at_as_said': 'words',
  'erasure_mention.spans': 'ids',
  'evidence.collected_as_said': 'words',
  'follow_up_action.due_as_said': 'words',
  'head_count.as_said': 'words',
  'import_run.remarks': 'codes',
  'incident.kind_words': 'words',
  'incident.place_words': 'words',
  'incident.place_ids': 'ids',
  'incident.theme': 'words',
  'incident.source_ids': 'ids',
  'incident.start_as_said': 'words',
  'incident.end_as_said': 'words',
  'individual.roles': 'codes',
  'notice.facts': 'ids',
  'place.kind_words': 'public',
  'place.name': 'public',
  'place.name_ru': 'public',
  'place.name_kk': 'public',
  'place.aliases': 'public',
  'place.address': 'public',
  'publication.tables': 'codes',
  'record_version.plain': 'version',
  'report_file.query': 'codes',
  'role_rights.permissions': 'codes',
  'role_rights.reads': 'codes',
  'role_rights.writes': 'codes',
  'rule_pack.content': 'public',
  'rule_review.note': 'words',
  'saved_report.query': 'codes',
  'source.stated_as_said': 'words',
  'staff.password_hash': 'hash',
  'staff.duress_hash': 'hash',
  'submission.replied_as_said': 'words',
  'submission.sent_as_said': 'words',
  'submission.sources': 'ids',
};

/** Sealed under somebody's key, or a key that is itself wrapped. */
const closed = /\.(?:sealed|wrapped)$/;

describe('the columns', () => {
  let database: TestDatabase;
  let all: { name: string; free: boolean }[];
  beforeAll(async () => {
    database = await testDatabase('sqlite');
    all = database.open.reader.entityMetadatas.flatMap((meta) =>
      meta.columns.map(({ databaseName, type }) => ({ name: `${meta.tableName}.${databaseName}`, free: type === 'text' || type === 'simple-json' })),
    );
  });
  afterAll(() => database.close());

  it('of free length are sealed, or say why they can be read', () => {
    const unclassified = all.filter(({ name, free }) => free && !closed.test(name) && !readable[name]).map(({ name }) => name);
    expect(unclassified).toEqual([]);
  });

  it('that hold a keyed token are all known to who changes the token key', () => {
    const tokens = all.map(({ name }) => name).filter((name) => /(?:^|[._])(?:token|body_digest)$/.test(name));
    expect(tokens.sort()).toEqual([...tokenColumns.recomputed, ...tokenColumns.kept].sort());
  });
});
