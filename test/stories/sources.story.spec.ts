import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/app.js';
import { databases } from '../support/database.js';

interface Source {
  id: string;
  version: number;
  reference: string;
  protected: boolean;
  label: unknown;
  identity: unknown;
  contact: unknown;
  statement: unknown;
  stated: { asSaid: string; earliest: string } | null;
}

interface List {
  items: Record<string, unknown>[];
}

const witness = {
  label: 'witness A, Republic Square',
  kind: 'witness_statement',
  identity: 'Gulnara Sadykova',
  contact: '+7 701 000 00 00',
  statement: 'I saw the ring close a little before eleven.',
  stated: { said: '11.01.2021 about 18:00' },
};

describe.each(databases)('who said it, on %s', (name) => {
  let habeas: TestApp;
  let source: Source;
  beforeAll(async () => {
    habeas = await TestApp.start(name);
    const aigerim = await habeas.as('aigerim');
    const kinds = await aigerim.get<{ values: { code: string }[] }>('/api/v1/vocabularies/source-kinds');
    const kind = kinds.body.values[0]?.code;
    const made = await aigerim.post<Source>('/api/v1/sources', { ...witness, kind });
    expect([made.status, made.headers.get('location')]).toEqual([201, `/api/v1/sources/${made.body.id}`]);
    source = made.body;
  });
  afterAll(() => habeas.stop());

  it('is protected unless somebody says otherwise', () => {
    expect(source).toMatchObject({ protected: true, reference: expect.stringMatching(/^S-\d{4}-00001$/), identity: { withheld: 'source', masked: true } });
  });

  it('is listed by its label, never by who it is', async () => {
    const aigerim = await habeas.as('aigerim');
    const list = await aigerim.get<List>('/api/v1/sources?protected=yes');
    expect(list.body.items).toHaveLength(1);
    expect(list.text).toContain(witness.label);
    expect(list.text).not.toContain('Sadykova');
    expect((await aigerim.page('/sources')).text).not.toContain('Sadykova');
  });

  it('tells Dana what was said and says that who said it is withheld', async () => {
    const dana = await habeas.as('dana');
    const seen = await dana.get<Source>(`/api/v1/sources/${source.id}`);
    expect(seen.body).toMatchObject({ statement: witness.statement, identity: { withheld: 'source' }, contact: { withheld: 'source' } });
    const page = await dana.page(`/sources/${source.id}`);
    expect(page.text).not.toContain('Sadykova');
    expect(page.text).toContain('class="withheld"');
  });

  it('does not let Dana write over what she cannot read', async () => {
    const dana = await habeas.as('dana');
    const refused = await dana.patch<{ code: string }>(`/api/v1/sources/${source.id}`, source.version, { identity: null });
    expect([refused.status, refused.body.code]).toEqual([403, 'field.not_yours']);
    const edited = await dana.form(`/sources/${source.id}/edit`, { _version: '1', label: witness.label, statement: 'I saw the ring close at 10:50.', stated: '11.01.2021 about 18:00', protected: 'yes' });
    expect(edited.status).toBe(303);
    const aigerim = await habeas.as('aigerim');
    const after = await aigerim.get<Source>(`/api/v1/sources/${source.id}`);
    expect(after.body).toMatchObject({ version: 2, identity: { masked: true }, statement: 'I saw the ring close at 10:50.' });
    expect(after.body.stated).toEqual(source.stated);
  });

  it('shows both texts when two saved, and loses neither', async () => {
    const aigerim = await habeas.as('aigerim');
    const late = await aigerim.form(`/sources/${source.id}/edit`, { _version: '1', label: 'witness B', statement: 'typed for an hour', stated: '', protected: 'yes' });
    expect(late.status).toBe(412);
    expect(late.text).toContain('typed for an hour');
    expect(late.text).toContain('I saw the ring close at 10:50.');
  });

  it('hands back the form with every word when a field is wrong', async () => {
    const aigerim = await habeas.as('aigerim');
    const again = await aigerim.form('/sources/new', { label: 'a report', statement: 'kept words', stated: 'when the music stopped', protected: 'yes', _key: 'key-for-this-form-1' });
    expect(again.status).toBe(422);
    expect(again.text).toContain('kept words');
    const made = await aigerim.form('/sources/new', { label: 'a report', statement: 'kept words', stated: '', protected: 'yes', _key: 'key-for-this-form-2' });
    const twice = await aigerim.form('/sources/new', { label: 'a report', statement: 'kept words', stated: '', protected: 'yes', _key: 'key-for-this-form-2' });
    expect([made.status, twice.status]).toEqual([303, 303]);
    expect(twice.headers.get('location')).toBe(made.headers.get('location'));
  });
});

describe.each(databases)('where it happened and who stands behind it, on %s', (name) => {
  let habeas: TestApp;
  beforeAll(async () => {
    habeas = await TestApp.start(name);
  });
  afterAll(() => habeas.stop());

  it('records a police department once, however it is spelt, and knows its clock', async () => {
    const aigerim = await habeas.as('aigerim');
    const place = { name: 'Алмалинский РУП № 1', regionCode: 'KZ-75', kind: 'police_station', aliases: ['Almaly police department'] };
    const made = await aigerim.post<{ id: string; zone: string; version: number }>('/api/v1/places', place);
    expect([made.status, made.body.zone]).toEqual([201, 'Asia/Almaty']);
    const same = await aigerim.post<{ code: string; id: string }>('/api/v1/places', { name: 'алмалинский  руп №1', regionCode: 'KZ-75' });
    expect([same.status, same.body.code, same.body.id]).toEqual([409, 'place.already_recorded', made.body.id]);
    const alias = await aigerim.post<{ code: string }>('/api/v1/places', { name: 'ALMALY Police Department', regionCode: 'KZ-75' });
    expect(alias.status).toBe(409);
    const elsewhere = await aigerim.post('/api/v1/places', { name: 'Алмалинский РУП № 1', regionCode: 'KZ-71' });
    expect(elsewhere.status).toBe(201);
    const found = await aigerim.get<{ id: string }[]>(`/api/v1/places/suggestions?q=${encodeURIComponent('руп алмал')}&region=KZ-75`);
    expect(found.body.map((one) => one.id)[0]).toBe(made.body.id);
    expect(found.body).toHaveLength(2);
  });

  it('keeps the pages of places in step', async () => {
    const aigerim = await habeas.as('aigerim');
    const list = await aigerim.page('/places?region=KZ-75');
    expect(list.text).toContain('Алмалинский РУП № 1');
    const wrong = await aigerim.form('/places/new', { name: 'Suyunbai police', validFrom: '2020-01-02', validTo: '2020-01-01', aliases: 'kept alias' });
    expect([wrong.status, wrong.text.includes('kept alias')]).toEqual([422, true]);
    const made = await aigerim.form('/places/new', { name: 'Suyunbai police', regionCode: 'KZ-75', aliases: '' });
    const shown = await aigerim.page(made.headers.get('location') ?? '');
    expect([shown.status, shown.text.includes('Asia/Almaty')]).toEqual([200, true]);
  });

  it('sorts organisations by names it keeps sealed', async () => {
    const aigerim = await habeas.as('aigerim');
    for (const text of ['Жетісу құқық қорғау', 'Айқын', 'Media watch']) {
      expect((await aigerim.post('/api/v1/organisations', { name: text, partner: true, contact: 'info@example.org' })).status).toBe(201);
    }
    const list = await aigerim.get<{ items: { name: string }[]; sortedByName: boolean }>('/api/v1/organisations');
    const order = new Intl.Collator('en', { numeric: true }).compare;
    const names = list.body.items.map((one) => one.name);
    expect([names, list.body.sortedByName]).toEqual([[...names].sort(order), true]);
    const first = await aigerim.get<{ items: unknown[]; next: string }>('/api/v1/organisations?limit=2');
    const second = await aigerim.get<{ items: { name: string }[]; previous: string }>(`/api/v1/organisations?limit=2&cursor=${first.body.next}`);
    expect(second.body.items.map((one) => one.name)).toEqual(names.slice(2));
    const { reader } = habeas.ground.database;
    const rows: unknown = await reader.query('SELECT * FROM organisation');
    expect(JSON.stringify(rows)).not.toMatch(/Айқын|Media/);
  });

  it('ties a person to an organisation, for those who reach both', async () => {
    const aigerim = await habeas.as('aigerim');
    const person = await aigerim.post<{ id: string; reference: string }>('/api/v1/individuals', { names: [{ text: 'Serik Akhmetov', kind: 'full' }] });
    const list = await aigerim.get<List>('/api/v1/organisations');
    const id = String(list.body.items[0]?.id);
    const tied = await aigerim.form(`/organisations/${id}/people`, { reference: person.body.reference.toLowerCase(), relation: 'member_of', role: 'treasurer' });
    expect([tied.status, tied.text]).toEqual([303, expect.any(String)]);
    const page = await aigerim.page(`/organisations/${id}`);
    expect(page.text).toContain('Serik Akhmetov');
    const twice = await aigerim.post<{ code: string }>(`/api/v1/organisations/${id}/affiliations`, { individualId: person.body.id, relation: 'member_of' });
    expect([twice.status, twice.body.code]).toEqual([409, 'affiliation.already_recorded']);
    const nobody = await aigerim.form(`/organisations/${id}/people`, { reference: 'I-1999-00001', role: 'kept role' });
    expect([nobody.status, nobody.text.includes('kept role')]).toEqual([422, true]);
    const marat = await habeas.as('marat');
    const seen = await marat.get<{ contact: unknown }>(`/api/v1/organisations/${id}`);
    expect(seen.body.contact).toEqual({ withheld: 'contact' });
  });

  it('gives the code lists to whoever is signed in', async () => {
    const saule = await habeas.as('saule');
    expect((await saule.get<unknown[]>('/api/v1/vocabularies')).body.length).toBeGreaterThan(10);
    expect((await saule.get<unknown[]>('/api/v1/regions')).body.length).toBeGreaterThan(10);
    expect((await saule.get('/api/v1/vocabularies/no-such-list')).status).toBe(404);
    expect((await habeas.nobody().get('/api/v1/regions')).status).toBe(401);
  });
});
