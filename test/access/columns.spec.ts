import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tokenColumns } from '../../src/rotation/public.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

/**
 * Why a column of free length may be read by whoever has a copy of the team database alone. Nothing that somebody typed about
 * people stands in one: `public` are facilities and legal rules. test/plain-text/every-field tries it with every field.
 */
type Readable = 'codes' | 'ids' | 'public' | 'hash' | 'log' | 'version';

const readable: Readonly<Record<string, Readable>> = {
  'api_token.permissions': 'codes',
  'approval.facts': 'codes',
  'approval.named': 'ids',
  'audit_entry.leaf': 'log',
  'audit_head.frontier': 'hash',
  'audit_checkpoint.note': 'log',
  'consent_decision.answers': 'codes',
  'consent_decision.partner_ids': 'ids',
  'custody_period.more_source_ids': 'ids',
  'detention.circumstances': 'codes',
  'detention_fact.card': 'codes',
  'detention_fact.rulings': 'codes',
  'detention_event.more_source_ids': 'ids',
  'erasure_mention.spans': 'ids',
  'fact_text.text': 'codes',
  'import_run.remarks': 'codes',
  'incident.place_ids': 'ids',
  'incident.source_ids': 'ids',
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
  'saved_report.query': 'codes',
  'staff.password_hash': 'hash',
  'staff.duress_hash': 'hash',
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
