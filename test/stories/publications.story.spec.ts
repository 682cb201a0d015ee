import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import { FixedClock, readInstant, type Instant } from '../../src/kernel/time/public.js';
import { Makings, type MadeView, type MakingView, type PublicationView } from '../../src/publications/public.js';
import { KeepFacts } from '../../src/reports/public.js';
import { SearchedText, wordsOfFile } from '../../src/exposure/public.js';
import { TestApp } from '../support/app.js';
import type { Person } from '../support/cast.js';
import { databases } from '../support/database.js';

const now = readInstant('2026-03-02T06:00:00.000Z') as Instant;
const clock = new FixedClock(now);

type Answer = PublicationView & MadeView & { code: string; approvalId: string };

/** Who was detained on the tenth: 8 women and 14 men in Almaty, 3 women and 9 men in Oral; the men of Almaty were fined. */
const groups = [['KZ-75', 'female', 8, 'released_after_talk'], ['KZ-75', 'male', 14, 'fined'], ['KZ-27', 'female', 3, 'released_after_talk'], ['KZ-27', 'male', 9, 'released_after_talk']] as const;

describe.each(databases)('a publication, on %s', (name) => {
  let habeas: TestApp;
  let id: string;
  const people: string[] = [];

  const post = async (who: Person, path: string, body: object = {}) => (await habeas.as(who)).post<Answer>(`/api/v1/${path}`, body);
  /** Makes it and waits until it is made or refused. */
  const make = async (publication: string) => {
    const begun = await post('marat', `publications/${publication}/make`);
    if (begun.status !== 202) return { status: begun.status, body: begun.body };
    await habeas.app.get(Makings).settled();
    const { body } = await (await habeas.as('marat')).get<MakingView>(`/api/v1/publications/${publication}/making`);
    return { status: begun.status, body: { ...body.made, code: body.code ?? undefined } as Partial<Answer> as Answer };
  };
  const makeOnPage = async (publication: string) => {
    const begun = await (await habeas.as('marat')).form(`/publications/${publication}/make`, {});
    expect([begun.status, begun.headers.get('location')]).toEqual([303, `/publications/${publication}#making`]);
    await habeas.app.get(Makings).settled();
    return (await habeas.as('marat')).page(`/publications/${publication}`);
  };
  const agreed = (about: string, scope: string) => post('aigerim', `consents/individual/${about}`, { answers: { [scope]: 'yes' }, way: 'in_person', given: { said: '01.03.2026' } });
  const prepare = async (more: object = {}): Promise<string> => {
    const made = await post('marat', 'publications', { title: 'Detained on election day', language: 'en', tables: [{ rows: 'region', columns: 'sex' }], from: '2021-01-10', to: '2021-01-10', ...more });
    expect([made.status, made.body.code]).toEqual([201, undefined]);
    return made.body.id;
  };
  const detain = async (regionCode: string, sex: string, text: string, outcome = 'unknown', told: object = {}): Promise<string> => {
    const person = await post('aigerim', 'individuals', { names: [{ text }], sex, phones: ['+7 701 555 01 77'] });
    await post('aigerim', 'detentions', { individualId: person.body.id, kind: 'containment', regionCode, outcome, periods: [{ kind: 'street_containment', account: 'observed', start: { said: '10.01.2021 10:30' }, end: { said: '10.01.2021 20:30' }, ...told }] });
    return person.body.id;
  };

  beforeAll(async () => {
    habeas = await TestApp.start(name, clock);
    for (const [region, sex, count, outcome] of groups) {
      for (let n = 0; n < count; n += 1) {
        const person = await detain(region, sex, `Person${sex} Family${region.slice(3)}x${n}`, outcome);
        people.push(person);
        expect((await agreed(person, 'public_aggregate')).status).toBe(201);
      }
    }
    await detain('KZ-75', 'female', 'Айгерим Омарова'); // nobody has asked her
    await leaveOut();
  });

  /** Three who agreed and are not counted all the same. */
  const leaveOut = async (): Promise<void> => {
    const answers = { public_aggregate: 'yes' };
    const given = { said: '01.03.2026' };
    const careful = await detain('KZ-27', 'female', 'Careful Oralskaya');
    expect((await post('aigerim', `consents/individual/${careful}`, { answers, way: 'in_person', given, conditions: 'only if my town is not told' })).status).toBe(201);
    const witness = (await post('aigerim', 'sources', { kind: 'witness', label: 'A guard' })).body.id;
    expect((await post('aigerim', `consents/source/${witness}`, { answers: { public_aggregate: 'no' }, way: 'in_person', given })).status).toBe(201);
    await agreed(await detain('KZ-27', 'female', 'Toldof Bywitness', 'unknown', { sourceId: witness }), 'public_aggregate');
    const hidden = await detain('KZ-27', 'female', 'Undera Sealova');
    await agreed(hidden, 'public_aggregate');
    const { reference } = (await (await habeas.as('aigerim')).get<{ reference: string }>(`/api/v1/individuals/${hidden}`)).body;
    const circle = (await post('aigerim', 'circles', { name: 'Few' })).body.id;
    for (const staffId of [habeas.ids.marat, habeas.ids.dana]) expect((await post('aigerim', `circles/${circle}/members`, { staffId })).status).toBeLessThan(300);
    expect((await post('aigerim', `circles/${circle}/records`, { reference })).status).toBeLessThan(300);
    const asked = (await post('aigerim', `circles/${circle}/seal`, { what: 'seal', reason: 'a raid is expected' })).body.id;
    expect((await post('dana', `approvals/${asked}/answer`, { approved: true })).status).toBe(200);
  };
  afterAll(() => habeas.stop());

  it('cannot be prepared by who may only agree to it, nor with the same thing twice', async () => {
    const plan = { title: 'x', language: 'en', tables: [{ rows: 'sex', columns: 'sex' }] };
    expect((await post('dana', 'publications', plan)).body.code).toBe('access.refused');
    const refused = await post('marat', 'publications', { ...plan, to: '2021-02-30' });
    expect([refused.status, refused.text.includes('publication.same_twice'), refused.text.includes('time.impossible_date')]).toEqual([400, true, true]);
    expect((await post('marat', 'publications', { ...plan, tables: [{ rows: 'place' }] })).status).toBe(400); // not on the allow-list
    expect((await post('marat', 'publications', { ...plan, threshold: 2 })).status).toBe(400);
  });

  it('names nobody who has not agreed, not even in its title: nothing of it is kept', async () => {
    const named = await prepare({ title: 'For AIGERIM OMAROVA and the others', intro: 'Call 8 (701) 555-01-77' });
    const made = await make(named);
    expect(new Set(made.body.findings.map(({ by }) => by))).toEqual(new Set(['name', 'number']));
    const kept = await (await habeas.as('marat')).get<PublicationView>(`/api/v1/publications/${named}`);
    expect([kept.body.state, kept.body.files]).toEqual(['draft', []]);
    expect((await post('marat', `publications/${named}/propose`, { reason: 'go' })).body.code).toBe('publication.state');
    expect(await habeas.audit({ act: 'publication.people_found' })).toHaveLength(1);
    const page = await makeOnPage(named);
    expect(page.text).toContain('These people would be named');
    // Who reads no sources is told that one stands there, and not which.
    const source = (await post('aigerim', 'sources', { kind: 'witness', label: 'x', identity: 'Қуанышбек Торғайұлы' })).body.id;
    const told = await makeOnPage(await prepare({ title: 'By Kuanyshbek Torgayuly' }));
    expect([told.status, told.text.includes('a person you may not see'), told.text.includes(source)]).toEqual([200, true, false]);
  });

  it('names nobody by a name that was corrected since, nor who spoke for somebody or asked on their behalf', async () => {
    const person = (await post('aigerim', 'individuals', { names: [{ text: 'Зылиха Турысбекова' }] })).body.id;
    await (await habeas.as('aigerim')).patch(`/api/v1/individuals/${person}`, 1, { names: [{ text: 'Зылиха Тұрысбек' }] });
    await post('aigerim', `consents/individual/${person}`, { answers: { public_aggregate: 'yes' }, way: 'in_person', givenBy: 'representative', giverName: 'Bopezhan Shyntemirov' });
    expect((await post('aigerim', 'data-requests', { what: 'access', individualId: person, askedBy: 'relative', asker: 'Кенжеғара Үмбетәлі', contact: '8 727 300 11 22', received: { said: '01.03.2026' } })).status).toBe(201);
    const named = async (title: string): Promise<string[]> => (await make(await prepare({ title }))).body.findings.map(({ kind, id: who, by }) => `${kind} ${by} ${String(who === person)}`);
    expect(await named('For Zylikha Turysbekova')).toEqual(['individual name true']);
    expect(await named('По словам Бопежана Шынтемирова')).toEqual(['speaker name true']);
    expect(await named('Kenzhegara Umbetali, +7 (727) 300-11-22')).toEqual(['speaker name true', 'speaker number true']);
  });

  it('counts who agreed, and leaves out the three women of Oral and what would tell of them', async () => {
    id = await prepare();
    const made = await make(id);
    expect([made.body.findings, made.body.withoutConsent, made.body.conditional, made.body.bySource, made.body.unsure]).toEqual([[], 1, 1, 1, 0]);
    const view = await (await habeas.as('marat')).get<PublicationView>(`/api/v1/publications/${id}`);
    expect([view.body.state, view.body.files.map(({ format }) => format).sort()]).toEqual(['made', ['csv', 'pdf', 'xlsx']]);
    for (const file of view.body.files) {
      const got = await fetch(`${habeas.url}/api/v1/publications/${id}/files/${file.id}`, { headers: { Cookie: `habeas_session=${(await habeas.as('marat')).signed?.token}` } });
      const bytes = Buffer.from(await got.arrayBuffer());
      expect([got.status, createHash('sha256').update(bytes).digest('hex'), bytes.length]).toEqual([200, file.sha256, file.size]);
      const words = await wordsOfFile(bytes, file.format);
      expect(words).toContain('Detained on election day');
      expect(new SearchedText(words).find({ kind: 'staff', id: '', names: ['Айгерим Омарова', 'Marat'], marks: [], guarded: false })).toEqual([]);
      if (file.format === 'xlsx') {
        const rows = await readSheet(bytes, 2);
        expect(rows.slice(1).map((row) => row.slice(1))).toEqual([['Female', 'Male', 'Total'], ['··', '··', 12], ['··', '··', 22], [11, 23, 34]]);
      }
    }
  });

  it('does not tell that a whole group shares a fate, and is not made where everybody does', async () => {
    const fates = await prepare({ tables: [{ rows: 'region', columns: 'outcome' }] });
    await make(fates);
    const marat = await habeas.as('marat');
    const csv = (await marat.get<PublicationView>(`/api/v1/publications/${fates}`)).body.files.find(({ format }) => format === 'csv');
    const figures = (await marat.get(`/api/v1/publications/${fates}/files/${csv?.id}`)).text.split('\r\n').flatMap((line) => (/^"?[^,]+"?(,(\d+|··)){3}$/.test(line) ? [line.split(',').slice(1)] : []));
    expect(figures).toEqual([['··', '··', '12'], ['··', '··', '22'], ['14', '20', '34']]); // not: 0 fined of 12 in Oral
    const alike = await prepare({ tables: [{ rows: 'outcome' }], region: 'KZ-27' });
    const refused = await make(alike);
    expect([refused.status, refused.body.code]).toEqual([202, 'publication.all_alike']);
    expect((await makeOnPage(alike)).text).toContain('shares one answer');
  });

  it('is made in the background: its page says how far, nobody begins it twice, and what was found is told to who had it made', async () => {
    const slow = await prepare({ title: 'For AIGERIM OMAROVA' });
    const [marat, other] = [await habeas.as('marat'), (await habeas.joined({ signInName: 'fourth.manager', role: 'manager' })).client];
    let goOn = (): void => undefined;
    const held = jest.spyOn(habeas.app.get(KeepFacts), 'ready').mockReturnValueOnce(new Promise((resolve) => (goOn = resolve)));
    const begun = await marat.post<MakingView>(`/api/v1/publications/${slow}/make`, {});
    expect([begun.status, begun.body.state, begun.body.made]).toEqual([202, 'under_way', null]);
    expect((await post('marat', `publications/${slow}/make`)).body.code).toBe('publication.making');
    for (const client of [marat, other]) expect((await client.page(`/publications/${slow}`)).text).toMatch(/Making the files[\s\S]*<progress/);
    goOn();
    await habeas.app.get(Makings).settled();
    expect((await marat.get<MakingView>(`/api/v1/publications/${slow}/making`)).body.made?.findings).not.toEqual([]);
    expect([(await other.get(`/api/v1/publications/${slow}/making`)).status, (await other.page(`/publications/${slow}`)).text.includes('would be named')]).toEqual([404, false]);
    held.mockRestore();
  });

  it('is released by a second person only, who sees the very files', async () => {
    const { approvalId } = (await post('marat', `publications/${id}/propose`, { reason: 'for the press on Monday' })).body;
    expect((await make(id)).body.code).toBe('publication.state'); // what was proposed stays as it is
    expect((await post('marat', `approvals/${approvalId}/answer`, { approved: true })).status).not.toBe(200);
    const other = (await habeas.joined({ signInName: 'second.manager', role: 'manager' })).client;
    expect((await other.post<{ approvalId: string }>(`/api/v1/publications/${id}/propose`, { reason: 'go' })).body.approvalId).toBe(approvalId); // asked again: one question
    const dana = await habeas.as('dana');
    const asked = (await dana.page('/approvals')).text;
    expect([asked.includes('is released for good'), asked.includes(`href="/publications/${id}"`)]).toEqual([true, true]);
    expect((await dana.form(`/approvals/${approvalId}/answer`, { answer: 'agree' })).status).toBe(303);
    const view = await dana.get<PublicationView>(`/api/v1/publications/${id}`);
    expect([view.body.state, view.body.releasedBy]).toEqual(['released', habeas.ids.dana]);
    const where = await dana.get<{ items: { scope: string }[] }>(`/api/v1/consents/individual/${people[0]}`);
    expect(where.status).toBe(200);
  });

  it('is not agreed to by who made it, whoever proposes it', async () => {
    const mine = await prepare({ tables: [{ rows: 'sex' }] });
    await make(mine);
    const other = (await habeas.joined({ signInName: 'third.manager', role: 'manager' })).client;
    const { approvalId } = (await other.post<Answer>(`/api/v1/publications/${mine}/propose`, { reason: 'go' })).body;
    const answered = await post('marat', `approvals/${approvalId}/answer`, { approved: true });
    expect([answered.status, answered.body.code]).toEqual([403, 'approval.own']);
    expect((await other.post(`/api/v1/publications/${mine}/take-back`, {})).status).toBe(204);
  });

  it('is given out only as the bytes that were agreed to', async () => {
    const marat = await habeas.as('marat');
    const [file] = (await marat.get<PublicationView>(`/api/v1/publications/${id}`)).body.files;
    const set = (sha256?: string) => habeas.ground.database.writer.query(`UPDATE publication_file SET sha256 = '${sha256}' WHERE id = '${file?.id}'`);
    await set('0'.repeat(64));
    const refused = await marat.get<{ code: string }>(`/api/v1/publications/${id}/files/${file?.id}`);
    expect([refused.status, refused.body.code]).toEqual([500, 'publication.file_damaged']);
    await set(file?.sha256);
    expect((await marat.get(`/api/v1/publications/${id}/files/${file?.id}`)).status).toBe(200);
  });

  it('gives nothing away beside the one of the day before', async () => {
    for (let n = 0; n < 2; n += 1) {
      const late = await detain('KZ-75', 'female', `Late Comer${n}`);
      await agreed(late, 'public_aggregate');
    }
    const second = await prepare({ tables: [{ rows: 'region' }] });
    const made = await make(second);
    expect(made.body.figuresLeftOut).toBeGreaterThan(0); // 24 beside 22 would tell of two
    const view = await (await habeas.as('marat')).get<PublicationView>(`/api/v1/publications/${second}`);
    const csv = view.body.files.find(({ format }) => format === 'csv');
    const text = (await (await habeas.as('marat')).get(`/api/v1/publications/${second}/files/${csv?.id}`)).text;
    expect(text).not.toMatch(/,24|,36/);
  });

  it('is not released once somebody in it has withdrawn', async () => {
    clock.advance(5);
    const third = await prepare({ tables: [{ rows: 'sex' }], embargo: '2026-04-01' });
    await make(third);
    const { approvalId } = (await post('marat', `publications/${third}/propose`, { reason: 'again' })).body;
    expect(approvalId).toBeDefined();
    const withdrawn = await post('aigerim', `consents/individual/${people[0]}/withdrawals`, { scopes: ['public_aggregate'], given: { said: '02.03.2026' } });
    expect(withdrawn.status).toBeLessThan(300);
    const answered = await (await habeas.as('dana')).post<{ code: string }>(`/api/v1/approvals/${approvalId}/answer`, { approved: true });
    expect([answered.status, answered.body.code]).toEqual([409, 'publication.consent_changed']);
    expect((await post('marat', `publications/${third}/take-back`)).status).toBe(204);
    expect((await make(third)).body.withoutConsent).toBe(2);
  });

  it('is called back from everybody who received it', async () => {
    expect((await post('marat', `publications/${id}/receipts`, { recipient: 'The Daily Herald' })).status).toBe(204);
    const marat = await habeas.as('marat');
    expect((await marat.form(`/publications/${id}/recall`, { reason: 'A figure was wrong.' })).status).toBe(303);
    const view = (await marat.get<PublicationView>(`/api/v1/publications/${id}`)).body;
    expect([view.state, view.recallReason, view.receipts.map(({ recipient, toldAt }) => [recipient, toldAt])]).toEqual(['recalled', 'A figure was wrong.', [['The Daily Herald', null]]]);
    expect((await marat.get<{ code: string }>(`/api/v1/publications/${id}/files/${view.files[0]?.id}`)).body.code).toBe('publication.recalled');
    expect((await marat.page(`/publications/${id}`)).text).not.toContain(`/publications/${id}/files/`); // what is called back is not offered
    expect((await marat.form(`/publications/${id}/receipts/${view.receipts[0]?.id}/told`, {})).status).toBe(303);
    expect((await marat.page(`/publications/${id}`)).text).toContain('The Daily Herald');
  });

  it('is not released once a source that tells of somebody in it has said no', async () => {
    const teller = (await post('aigerim', 'sources', { kind: 'witness', label: 'A neighbour' })).body.id;
    await agreed(await detain('KZ-75', 'male', 'Newlytold Familyz', 'fined', { sourceId: teller }), 'public_aggregate');
    const one = await prepare({ tables: [{ rows: 'sex' }] });
    await make(one);
    const { approvalId } = (await post('marat', `publications/${one}/propose`, { reason: 'go' })).body;
    expect((await post('aigerim', `consents/source/${teller}`, { answers: { public_aggregate: 'no' } })).status).toBe(201);
    const answered = await post('dana', `approvals/${approvalId}/answer`, { approved: true });
    expect([answered.status, answered.body.code]).toEqual([409, 'publication.consent_changed']);
    expect((await post('marat', `publications/${one}/take-back`)).status).toBe(204);
  });

  it('is not proposed beside one that came out meanwhile, though that was called back', async () => {
    const [one, other] = [await prepare({ tables: [{ rows: 'sex' }] }), await prepare({ tables: [{ rows: 'region' }] })];
    for (const each of [one, other]) expect((await make(each)).body.findings).toEqual([]);
    const { approvalId } = (await post('marat', `publications/${one}/propose`, { reason: 'go' })).body;
    expect((await post('dana', `approvals/${approvalId}/answer`, { approved: true })).status).toBe(200);
    expect((await post('marat', `publications/${one}/recall`, { reason: 'a mistake' })).status).toBe(204);
    expect((await post('marat', `publications/${other}/propose`, { reason: 'go' })).body.code).toBe('publication.overtaken');
    await make(other);
    expect((await post('marat', `publications/${other}/propose`, { reason: 'go' })).status).toBe(200);
  });

  it('counts nobody whose data are restricted, whatever they agreed to', async () => {
    const oral = await prepare({ tables: [{ rows: 'sex' }], region: 'KZ-27' });
    expect((await make(oral)).body.code).toBeUndefined();
    for (const person of people.slice(22)) expect((await post('marat', `individuals/${person}/restriction`, { ground: 'accuracy', reason: 'disputed' })).status).toBe(204);
    expect((await make(oral)).body.code).toBe('publication.nobody');
  });

  it('is nobody else’s to see', async () => {
    for (const who of ['aigerim', 'timur', 'rita', 'saule'] as const) expect((await (await habeas.as(who)).get(`/api/v1/publications/${id}`)).status).toBe(403);
  });
});
