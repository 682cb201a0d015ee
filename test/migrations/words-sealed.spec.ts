import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { entities } from '../../src/app.entities.js';
import { ChainedLedger, verifyVersions } from '../../src/audit/public.js';
import { RuleReview } from '../../src/clocks/public.js';
import { detentionEventKind, detentionKind, custodyPeriodKind } from '../../src/detentions/public.js';
import { incidentKind } from '../../src/incidents/public.js';
import { systemActor } from '../../src/kernel/actor/public.js';
import { commit, Keys, migrateWith, seal, SubjectVault, unseal } from '../../src/kernel/crypto/public.js';
import { closeDatabase, migrate, newId, openDatabase, run, UnitOfWork, type OpenDatabase, type Work } from '../../src/kernel/db/public.js';
import { Records, RecordVersion, Versions, type RecordKind, type RecordRow } from '../../src/kernel/record/public.js';
import { SystemClock } from '../../src/kernel/time/public.js';
import { beginChange, promoted } from '../../src/rotation/public.js';
import { rewrap, subjectKeys } from '../../src/rotation/rewrap.js';
import { inTeamDatabase } from '../plain-text/in-team-database.js';
import { Scanner } from '../plain-text/scanner.js';
import { databases, testRing } from '../support/database.js';
import { inOrder as migrations, numberOf } from './in-order.js';
import { placesOf, type Place, type Places } from './places.js';

type Fields = Record<string, unknown>;
const none = Buffer.alloc(32);
const words = ['Крутобережная', 'Шаңырақбаева', 'Zhaksybergenova', 'Водолазкинский', 'Самоваровская', 'Скворечниковы'] as const;
const [about, place, theme, article, note, outside] = words;
const nine = { earliest: '2021-01-10T03:00:00.000Z', latest: '2021-01-10T03:30:00.000Z', precision: 'between', zone: 'Asia/Almaty' };
/** A change of the keys was begun and is not at its end: some keys are wrapped with the next one already. */
const ring = beginChange(testRing, ['subjects']);
const after = new Keys(promoted(ring, 'subjects'));

const moment = (name: string, asSaid: string | null): Fields => ({ ...Object.fromEntries(Object.entries(nine).map(([part, value]) => [`${name}_${part}`, value])), [`${name}_as_said`]: asSaid });

/** Records as the version before left them, in every place where words could be read. */
describe.each(databases)('words that could be read, on %s', (name) => {
  let places: Places;
  let at: Place;
  let database: OpenDatabase;
  const ids = { incident: '', stay: '', event: '', period: '', gone: '', rule: '' };
  beforeAll(async () => {
    places = placesOf(name);
    at = await places.afresh();
    const old = await openDatabase({ at, entities, migrations: migrations.filter((one) => numberOf(one) < 24) });
    await migrate(old);
    await new UnitOfWork(old, new ChainedLedger(old.dialect), new SystemClock()).run(systemActor('test'), fillOld);
    await closeDatabase(old);
    database = await openDatabase({ at, entities, migrations });
  });
  afterAll(async () => {
    await closeDatabase(database);
    await places.leave();
  });

  async function put(work: Work, table: string, row: Fields): Promise<void> {
    const names = Object.keys(row);
    await run(work.manager, `INSERT INTO ${table} (${names.map((one) => `"${one}"`).join(', ')}) VALUES (${names.map((one) => `:${one}`).join(', ')})`, row);
  }

  const wrapped = (key: Buffer, subject: string, next: boolean): string => seal((next ? ring.pending.subjects : ring.current.subjects)?.key ?? none, key.toString('base64'), subject);

  /** One version of a record and its row, with the entry that vouches for it. `key` null: the subject was erased. */
  async function keep(work: Work, kind: string, table: string, key: Buffer | null, of: { id: string; subject: string; version: number }, row: Fields, plain: Fields, sealed: Fields): Promise<void> {
    const { id, subject, version } = of;
    const part = key ? seal(key, JSON.stringify({ fields: sealed, because: null }), `${kind}:${id}`) : '';
    const base = { id, version, recorded_at: work.now, recorded_by: 'test', changed_at: work.now, changed_by: 'test', subject, sealed: part || null };
    if (version === 1) await put(work, table, { ...base, ...row });
    else await run(work.manager, `UPDATE ${table} SET version = :version, sealed = :part, theme = :theme WHERE id = :id`, { id, version, part, theme: row.theme });
    await put(work, 'record_version', { kind, record_id: id, version, recorded_at: work.now, recorded_by: 'test', source_id: null, subject, plain: JSON.stringify(plain), sealed: part });
    const vouched = key ? commit(key, subject, { after: { ...plain, ...sealed } }) : {};
    work.note({ act: version === 1 ? `${kind}.recorded` : `${kind}.revised`, kind, recordId: id, versions: [version === 1 ? null : version - 1, version], ...vouched });
  }

  async function fillOld(work: Work): Promise<void> {
    for (const one of Object.keys(ids) as (keyof typeof ids)[]) ids[one] = newId(work.now);
    const keys = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)] as const;
    await put(work, 'subject_key', { subject: ids.incident, wrapped: wrapped(keys[0], ids.incident, false), created_at: work.now });
    await put(work, 'subject_key', { subject: ids.stay, wrapped: wrapped(keys[1], ids.stay, true), created_at: work.now });
    const incident = { reference: 'E-1', kind: 'assembly', region_code: null, place_ids: '[]', permission: 'unknown', source_ids: '[]', team_id: 't' };
    const said = { start: { ...nine, asSaid: about }, end: { earliest: null, latest: null, precision: null, zone: null, asSaid: null } };
    const plain = { reference: 'E-1', kind: 'assembly', kindWords: null, placeWords: place, start: said.start, end: said.end, theme: outside, externalId: `list:${outside}` };
    const of = { id: ids.incident, subject: ids.incident };
    await keep(work, 'incident', 'incident', keys[0], { ...of, version: 1 }, { ...incident, place_words: place, theme: outside, external_id: `list:${outside}`, ...moment('start', about) }, plain, { title: 'Ring' });
    await keep(work, 'incident', 'incident', keys[0], { ...of, version: 2 }, { theme }, { ...plain, theme }, { title: 'Ring' });
    const stay = { reference: 'D-1', kind: 'containment', authority_kind: 'police', outcome: 'unknown', counted_at_least: 1, start_earliest: '', start_latest: '', team_id: 't' };
    await keep(work, 'detention', 'detention', keys[1], { id: ids.stay, subject: ids.stay, version: 1 }, { ...stay, outcome_words: place }, { kind: 'containment', outcomeWords: place }, { ground: 'g' });
    const held = { detention_id: ids.stay, account: 'observed', withdrawn: name === 'sqlite' ? 0 : false, team_id: 't' };
    await keep(work, 'custody-period', 'custody_period', keys[1], { id: ids.period, subject: ids.stay, version: 1 }, { ...held, kind: 'street', place_words: place, ...moment('start', about) }, { kind: 'street', placeWords: place, start: { ...nine, asSaid: about } }, { note: null });
    await keep(work, 'detention-event', 'detention_event', keys[1], { id: ids.event, subject: ids.stay, version: 1 }, { ...held, kind: 'charged_admin', article, ...moment('at', about) }, { kind: 'charged_admin', article, at: { ...nine, asSaid: about } }, { note: null });
    await keep(work, 'detention-event', 'detention_event', null, { id: ids.gone, subject: newId(work.now), version: 1 }, { ...held, kind: 'charged_admin', article, ...moment('at', about) }, { kind: 'charged_admin', article, at: { ...nine, asSaid: about } }, {});
    const staff = newId(work.now);
    await put(work, 'staff', { id: staff, sign_in_token: 'x', sealed: '', role: 'lawyer', language: 'en', created_at: work.now, created_by: 'test' });
    await put(work, 'rule_review', { id: ids.rule, pack: 'kz', pack_version: '1', rule_id: 'r', rule_digest: 'd', confirmed: name === 'sqlite' ? 1 : true, note, reviewed_at: work.now, reviewed_by: staff });
  }
  const vault = new SubjectVault(after);
  const of = <Row extends RecordRow, Private extends object>(kind: RecordKind<Row, Private>, id: string) => new Records(vault).byId(database.reader.manager, kind, id);

  it('are not touched while a key does not open what they belong to, and the start is to be tried again', async () => {
    await expect(migrateWith(database, testRing)).rejects.toThrow('a sealed value does not open');
    const [row] = (await database.reader.query('SELECT theme FROM incident')) as { theme: string }[];
    expect(row?.theme).toBe(theme);
  });

  it('go into the sealed parts, of every version, and are what they were to who has the keys', async () => {
    await migrateWith(database, ring);
    // The start goes on with the change of the keys and brings it to its end.
    await rewrap(database, new UnitOfWork(database, new ChainedLedger(database.dialect), new SystemClock()), subjectKeys, ring.current.subjects.key, ring.pending.subjects?.key ?? none, () => undefined);
    expect(await of(incidentKind, ids.incident)).toMatchObject({ theme, placeWords: place, externalId: `list:${outside}`, kindWords: null, title: 'Ring', start: { ...nine, asSaid: about }, end: { precision: null, asSaid: null } });
    expect(await of(detentionKind, ids.stay)).toMatchObject({ outcomeWords: place, kindWords: null, ground: 'g' });
    expect(await of(custodyPeriodKind, ids.period)).toMatchObject({ placeWords: place, start: { ...nine, asSaid: about } });
    expect(await of(detentionEventKind, ids.event)).toMatchObject({ article, at: { ...nine, asSaid: about } });
    const versions = await new Versions(vault).of(database.reader.manager, incidentKind, ids.incident);
    expect(versions.map(({ fields }) => [fields.theme, fields.placeWords, fields.start])).toEqual([
      [outside, place, { ...nine, asSaid: about }],
      [theme, place, { ...nine, asSaid: about }],
    ]);
    const key = (await vault.keysOf(database.reader.manager, [ids.rule])).get(ids.rule);
    const rule = await database.reader.manager.findOneByOrFail(RuleReview, { id: ids.rule });
    expect(unseal(key ?? none, rule.sealed ?? '', `rule-review:${ids.rule}`)).toBe(note);
  });

  it('are still what the entries of the log vouch for, and the guard stands', async () => {
    expect(await verifyVersions(database.reader.manager, vault)).toEqual({ versions: 6, entry: null, fault: null });
    await expect(database.writer.manager.update(RecordVersion, { recordId: ids.incident, version: 1 }, { plain: '{}' })).rejects.toThrow('append-only');
  });

  it('are looked up and counted by tokens', async () => {
    const all = new Records(vault);
    const { themeToken, externalToken } = await all.byId(database.reader.manager, incidentKind, ids.incident);
    expect([themeToken, externalToken]).toEqual([all.token(incidentKind, 'theme', theme), all.token(incidentKind, 'externalId', `list:${outside}`)]);
    expect(await all.behindTokens(database.reader.manager, incidentKind, 'themeToken', [themeToken ?? '', 'f'.repeat(32)])).toEqual(new Map([[themeToken, theme]]));
  });

  it('stand nowhere any more, neither in a row nor in the files of the database', async () => {
    const scanner = new Scanner(words);
    const rows = await Promise.all(database.reader.entityMetadatas.map(async ({ tableName }) => JSON.stringify(await database.reader.query(`SELECT * FROM ${tableName}`))));
    expect(scanner.bytes('rows', Buffer.from(rows.join('\n')))).toEqual([]);
    if ('url' in at) expect(await inTeamDatabase(scanner, at.url)).toEqual([]);
  });
});
