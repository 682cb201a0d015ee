import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/app.js';
import { databases } from '../support/database.js';

interface Account {
  id: string;
  role: string;
  state: string;
}

describe.each(databases)('the accounts of an organisation on %s', (name) => {
  let habeas: TestApp;
  beforeAll(async () => {
    habeas = await TestApp.start(name);
  });
  afterAll(() => habeas.stop());

  it('are made by an administrator, who sees the link once and the password never', async () => {
    const rita = await habeas.as('rita');
    const made = await rita.form('/staff/new', { name: 'Aliya', signInName: 'aliya', role: 'lawyer', language: 'ru', lastDay: '' });
    expect(made.status).toBe(201);
    expect(made.text).toMatch(/\/welcome\/[\w-]{32}/);
    const list = await rita.page('/staff');
    expect(list.text).toContain('Aliya');
    expect(list.text).not.toContain('/welcome/');
  });

  it('keep what was typed when a name is taken', async () => {
    const rita = await habeas.as('rita');
    const again = await rita.form('/staff/new', { name: 'Another Aliya', signInName: 'ALIYA', role: 'lawyer', language: 'ru', lastDay: '2031-01-10' });
    expect(again.status).toBe(409);
    expect(again.text).toContain('Another Aliya');
    expect(again.text).toContain('value="2031-01-10"');
  });

  it('are nobody else\'s business', async () => {
    for (const person of ['aigerim', 'dana', 'marat', 'saule', 'timur'] as const) {
      const client = await habeas.as(person);
      expect([(await client.get('/api/v1/staff')).status, (await client.page('/staff')).status]).toEqual([403, 403]);
    }
    expect((await habeas.nobody().get('/api/v1/staff')).status).toBe(401);
  });

  it('end at once when disabled, with every session', async () => {
    const [rita, bolat] = [await habeas.as('rita'), await habeas.as('bolat')];
    expect((await bolat.get('/api/v1/session')).status).toBe(200);
    const gone = await rita.post<Account>(`/api/v1/staff/${habeas.ids.bolat}/disable`, {});
    expect([gone.status, gone.body.state]).toEqual([200, 'disabled']);
    expect((await bolat.get('/api/v1/session')).status).toBe(401);
  });

  it('change their role with the next request', async () => {
    const [rita, yerlan] = [await habeas.as('rita'), await habeas.as('yerlan')];
    const changed = await rita.post<Account>(`/api/v1/staff/${habeas.ids.yerlan}/role`, { role: 'auditor' });
    expect(changed.body.role).toBe('auditor');
    expect((await yerlan.get('/api/v1/individuals')).status).toBe(403);
  });

  it('never lose their last administrator, by their own hand neither', async () => {
    const rita = await habeas.as('rita');
    const own = await rita.post<{ code: string }>(`/api/v1/staff/${habeas.ids.rita}/disable`, {});
    const demoted = await rita.post<{ code: string }>(`/api/v1/staff/${habeas.ids.rita}/role`, { role: 'lawyer' });
    expect([own.status, own.body.code, demoted.status]).toEqual([409, 'staff.not_oneself', 409]);
    const page = await rita.form(`/staff/${habeas.ids.rita}/disable`, {});
    expect(page.status).toBe(409);
    expect(page.text).toContain('Rita');
  });

  it('leave every step in the log without a name in it', async () => {
    const steps = await Promise.all(['staff.recorded', 'staff.disabled', 'staff.role_changed', 'staff.listed'].map((act) => habeas.audit({ act })));
    expect(steps.every((entries) => entries.length > 0)).toBe(true);
    expect(steps.flat().some((entry) => /aliya/i.test(entry.leaf))).toBe(false);
  });
});
