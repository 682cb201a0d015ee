import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/app.js';
import { databases } from '../support/database.js';

describe.each(databases)('an intake on paper-slow internet, scripts off, on %s', (name) => {
  let habeas: TestApp;
  beforeAll(async () => {
    habeas = await TestApp.start(name);
  });
  afterAll(() => habeas.stop());

  it('is refused with a sentence and loses nothing typed', async () => {
    const aigerim = await habeas.as('aigerim');
    const typed = { name: 'Гульнар Умбетова', start: '10.01.2021 when the music stopped', placeWords: 'Republic Square' };
    const answer = await aigerim.form('/intake', typed);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Гульнар Умбетова');
    expect(answer.text).toContain('10.01.2021 when the music stopped');
    expect(answer.text).toContain('Republic Square');
  });

  it('saves person, detention and reporter at once and says how the time was read', async () => {
    const aigerim = await habeas.as('aigerim');
    const answer = await aigerim.form('/intake', {
      name: 'Гульнар Умбетова',
      start: '10.01.2021 between 10:30 and 11:15',
      periodKind: 'street_containment',
      kind: 'containment',
      regionCode: 'KZ-75',
      reporter: 'her sister',
      reporterKind: 'relative',
      then: 'open',
    });
    expect(answer.status).toBe(303);
    const page = await aigerim.page(answer.headers.get('location') ?? '');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Гульнар Умбетова');
    expect(page.text).toContain('10:30');
  });

  it('asks once whether it is the same person written in another script', async () => {
    const aigerim = await habeas.as('aigerim');
    const typed = { name: 'Gulnar Umbetova', periodKind: 'police_station' };
    const asked = await aigerim.form('/intake', typed);
    expect([asked.status, asked.text.includes('Гульнар Умбетова')]).toEqual([409, true]);
    const saved = await aigerim.form('/intake', { ...typed, sameAs: '', then: 'next' });
    expect(saved.status).toBe(201);
  });

  it('shows every page of the caseworker', async () => {
    const aigerim = await habeas.as('aigerim');
    const { body } = await aigerim.get<{ items: { id: string; individualId: string }[] }>('/api/v1/detentions');
    const [one] = body.items;
    const paths = ['/intake', '/individuals', '/individuals/new', `/individuals/${one?.individualId}`, `/individuals/${one?.individualId}/edit`];
    const more = ['/detentions', '/detentions/new', `/detentions/${one?.id}/edit`, `/detentions/${one?.id}/periods/new`, `/detentions/${one?.id}/events/new`];
    for (const path of [...paths, ...more]) {
      const page = await aigerim.page(path);
      expect([path, page.status, page.headers.get('content-type'), page.text.includes('<main')]).toEqual([path, 200, 'text/html; charset=utf-8', true]);
    }
    const home = (await aigerim.page('/')).text;
    expect([home.includes('due today'), home.includes('due within a week')]).toEqual([true, true]);
  });

  it('shows both versions when Bolat saved first, and takes the choice', async () => {
    const [aigerim, bolat] = [await habeas.as('aigerim'), await habeas.as('bolat')];
    const { body } = await aigerim.get<{ items: { id: string }[] }>('/api/v1/individuals?sort=reference');
    const id = body.items[0]?.id ?? '';
    await bolat.patch(`/api/v1/individuals/${id}`, 1, { occupation: 'doctor' });
    const late = await aigerim.form(`/individuals/${id}/edit`, { _version: '1', names: 'Гульнар Умбетова', occupation: 'teacher' });
    expect(late.status).toBe(412);
    expect(late.text).toContain('teacher');
    expect(late.text).toContain('doctor');
    const chosen = await aigerim.form(`/individuals/${id}/edit`, { _version: '2', names: 'Гульнар Умбетова', occupation: 'teacher' });
    expect(chosen.status).toBe(303);
  });

  it('refuses a form that does not come from its own page', async () => {
    const aigerim = await habeas.as('aigerim');
    const foreign = await aigerim.form('/intake', { _csrf: 'guessed', name: 'Somebody' });
    expect(foreign.status).toBe(403);
  });

  it('answers the echo of a typed time in words with the weekday', async () => {
    const aigerim = await habeas.as('aigerim');
    const echo = await aigerim.post<{ ok: boolean; text: string }>('/echo/time', { said: '10.01.2021 about 14:30' }, { 'X-CSRF-Token': aigerim.signed?.csrf ?? '' });
    expect(echo.body.text).toMatch(/Sunday 10 January 2021/);
  });
});
