import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stringify } from 'csv-stringify/sync';
import { ImportFile, importWhats, shippedMapping, type ImportWhat } from '../../src/intake/public.js';
import { systemActor } from '../../src/kernel/actor/public.js';
import { fold, skeletonOf, soundsOf } from '../../src/kernel/text/public.js';
import { Terminal } from '../launch/command-line.js';
import { TestApp } from '../support/app.js';
import { people } from '../support/cast.js';
import type { Answer } from '../support/client.js';
import { databases } from '../support/database.js';
import { FilledBody, without, type Body, type Description, type Schema } from './filled-body.js';
import { inTeamDatabase } from './in-team-database.js';
import { Scanner } from './scanner.js';
import { notWalked, steps, type Step } from './walk.js';

/** In every text that is planted; what follows it tells the place. */
const NAME = 'Шәкәрімбердібекова';
const MOST_TRIES = 30;

type Told = Body & { id?: string; code?: string; reference?: string; fields?: { field: string }[] };

/**
 * Somebody types a name into every field that takes it, by every route of the API; somebody else has a copy of the database.
 * A field that is new is planted by itself; a route that is new has to be put into the walk.
 */
describe.each(databases)('a name typed into every field there is, on %s', (database) => {
  let habeas: TestApp;
  let described: Description;
  const places: string[] = [];
  const taken: string[] = [];
  const faults: string[] = [];
  const counts: string[] = [];
  const ids: Record<string, string> = {};
  const plant = (place: string): string => `${NAME}x${places.push(place) - 1}y`;
  const placesIn = (text: string): string[] => [...new Set([...text.matchAll(new RegExp(`${NAME}x(\\d+)y`, 'g'))].map(([, n]) => places[Number(n)] ?? ''))];

  beforeAll(async () => {
    const terminal = new Terminal();
    described = JSON.parse((await terminal.run(['openapi']).over()).out) as Description;
    terminal.leave();
    habeas = await TestApp.start(database);
    Object.assign(ids, habeas.ids);
    for (const step of steps) {
      if (step.route === 'post /api/v1/evidence') ids.upload = await upload();
      const { body, sent } = await walk(step);
      taken.push(...placesIn(JSON.stringify(sent)));
      if (step.made) ids[step.made] = [step.among ? body[step.among] : body].flat().map((one) => (one as Told | undefined)?.id ?? '').at(-1) ?? '';
      if (step.made === 'case') ids.caseReference = body.reference ?? (await referenceOfCase());
    }
    for (const what of importWhats) counts.push(...(await imported(what)));
  }, 300_000);
  afterAll(() => habeas.stop());

  /** A table with a name in every cell but those of facilities and of partners, which have to be known; brought in twice. */
  async function imported(what: ImportWhat): Promise<string[]> {
    const mapping = shippedMapping(`${what}-plain`);
    if (!mapping) throw new Error(`no mapping for ${what}`);
    const columns = Object.values(mapping.columns).flatMap((rule) => rule.columns);
    const { reference } = (await (await habeas.as('aigerim')).get<{ reference: string }>(`/api/v1/individuals/${ids.person}`)).body;
    const ofConsents = { of: reference, 'person id': '', yes: 'legal_action', no: '', withdrawn: '', 'said on': '10.01.2021', way: 'telephone', language: 'kk', 'decided by': 'guardian', 'could decide': 'able', until: '', 'only to partners': '' };
    const known: Readonly<Record<string, string>> = { ...(what === 'consents' ? ofConsents : {}), 'police stations': '', date: '10.01.2021', birth: '1985', 'at least': '3', 'at most': '4' };
    const file = Buffer.from(stringify([columns, columns.map((column) => known[column] ?? plant(`import of ${what} ${column}`))]));
    const results = [];
    for (let times = 0; times < 2; times += 1) results.push(await habeas.app.get(ImportFile).run(systemActor('test'), { what, file, mapping, dryRun: false }));
    return results.map(({ counts: { added, unchanged, refused } }) => `${what}: ${added} added, ${unchanged} unchanged, ${refused} refused`);
  }

  async function upload(): Promise<string> {
    const aigerim = await habeas.as('aigerim');
    return (await aigerim.send<{ id: string }>('POST', '/api/v1/evidence/uploads', NAME, { 'Content-Type': 'application/octet-stream' })).body.id;
  }

  async function referenceOfCase(): Promise<string> {
    return (await (await habeas.as('aigerim')).get<{ reference: string }>(`/api/v1/cases/${ids.case}`)).body.reference;
  }

  const schemaOf = (route: string): Schema => {
    const [method = '', path = ''] = route.split(' ');
    const [content] = Object.values(described.paths[path]?.[method]?.requestBody?.content ?? {});
    if (!content) throw new Error(`${route} takes no body`);
    return content.schema;
  };

  /** Sends the step with everything planted, and again without what the refusal names, by whoever may do it. */
  async function walk({ route, at = {}, given }: Step): Promise<{ body: Told; sent: Body }> {
    const [method = '', path = ''] = route.split(' ');
    const address = path.replace(/{(\w+)}/g, (_, name: string) => ids[at[name] ?? ''] ?? at[name] ?? '');
    let sent = new FilledBody(described, plant).of(schemaOf(route), given?.({ ids, plant }) ?? {}, route);
    let answer: Answer<Told> | null = null;
    let version = 1;
    const who = [...people].sort((a, b) => Number(b === 'aigerim') - Number(a === 'aigerim'));
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const [person] = who;
      if (!person) break;
      answer = await (await habeas.as(person)).send<Told>(method.toUpperCase(), address, JSON.stringify(sent), { 'Content-Type': 'application/json', 'If-Match': `"${version}"` });
      const { status, body } = answer;
      if (status < 300) return { body, sent };
      const less = without(sent, (body.fields ?? []).map(({ field }) => field));
      if (status === 412) version += 1;
      else if (less && body.code !== 'field.not_yours') sent = less;
      else if (status === 403) who.shift();
      else break;
    }
    faults.push(`${route}: ${answer?.status} ${answer?.text.slice(0, 400)} ${JSON.stringify(sent).slice(0, 400)}`);
    return { body: {}, sent: {} };
  }

  it('goes by every route that takes a body; the others say why not', () => {
    expect(faults).toEqual([]);
    const withBody = Object.entries(described.paths).flatMap(([path, item]) => Object.entries(item).flatMap(([method, { requestBody }]) => (requestBody ? [`${method} ${path}`] : [])));
    expect([...new Set([...steps.map(({ route }) => route), ...Object.keys(notWalked)])].sort()).toEqual(withBody.sort());
  });

  it('is taken where people write: about times, places, kinds, laws, numbers and reasons', () => {
    const fields = new Set(taken.map((place) => place.split(' ').at(-1)?.split('.').at(-1)?.replace('[]', '') ?? ''));
    for (const field of ['said', 'title', 'description', 'kindWords', 'placeWords', 'authorityWords', 'outcomeWords', 'article', 'theme', 'note', 'because', 'reason', 'asSaid', 'statement', 'fileName', 'label', 'summary', 'wording', 'words', 'recipient', 'externalId']) {
      expect([field, fields.has(field)]).toEqual([field, true]);
    }
    expect(taken.length).toBeGreaterThan(150);
  });

  it('comes in by tables too, and the same table again is found by the ids it gives', () => {
    expect(counts).toEqual(['incidents: 1 added, 0 unchanged, 0 refused', 'incidents: 0 added, 1 unchanged, 0 refused', 'individuals: 1 added, 0 unchanged, 0 refused', 'individuals: 0 added, 1 unchanged, 0 refused', 'consents: 1 added, 0 unchanged, 0 refused', 'consents: 0 added, 1 unchanged, 0 refused']);
  });

  it('stands nowhere in a row, in no form, and in no file of the database', async () => {
    const scanner = new Scanner([NAME, fold(NAME), soundsOf(NAME), skeletonOf(NAME)]);
    const { open } = habeas.database;
    await habeas.audit();
    for (const { tableName } of open.reader.entityMetadatas) {
      const rows = JSON.stringify(await open.reader.query(`SELECT * FROM ${tableName}`));
      expect([tableName, placesIn(rows)]).toEqual([tableName, []]);
      expect(scanner.bytes(tableName, Buffer.from(rows))).toEqual([]);
    }
    const { url } = open.writer.options as { url?: string };
    if (url) expect(await inTeamDatabase(scanner, url)).toEqual([]);
  });
});
