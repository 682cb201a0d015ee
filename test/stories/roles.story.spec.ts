import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { shippedRoles } from '../support/cast.js';
import { TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { databases } from '../support/database.js';

interface Asked {
  readonly id: string | null;
}

/** An organisation decides that its caseworkers read less, and later that its managers may do more. */
describe.each(databases)('the roles, on %s', (name) => {
  let habeas: TestApp;
  let rita: Client;
  let aigerim: Client;
  let marat: Client;
  let person = { id: '', version: 0 };
  const caseworker = shippedRoles.caseworker;
  const manager = shippedRoles.manager;

  beforeAll(async () => {
    habeas = await TestApp.start(name);
    [rita, aigerim, marat] = [await habeas.as('rita'), await habeas.as('aigerim'), await habeas.as('marat')];
    const made = await aigerim.post<typeof person>('/api/v1/individuals', { names: [{ text: 'Айгүл', kind: 'full' }], medicalNeed: 'asthma', description: 'seen on the square' });
    person = made.body;
  });
  afterAll(() => habeas.stop());

  const input = (role: { permissions: readonly string[]; reads: readonly string[]; writes: readonly string[] }, change: object): object => ({
    ...{ permissions: role.permissions.filter((one) => !['own.use', 'lock.now'].includes(one)), reads: role.reads, writes: role.writes, reason: 'less is enough' },
    ...change,
  });

  it('are narrowed at once: what is gone is gone with the next request', async () => {
    const reads = caseworker.reads.filter((one) => one !== 'health');
    const permissions = caseworker.permissions.filter((one) => !['own.use', 'lock.now', 'import.run'].includes(one));
    expect((await aigerim.page('/import')).status).toBe(200);
    expect((await rita.put<Asked>('/api/v1/roles/caseworker', input(caseworker, { permissions, reads }))).body).toEqual({ id: null });
    expect((await aigerim.page('/import')).status).toBe(403);
    expect((await aigerim.get(`/api/v1/individuals/${person.id}`)).body).toMatchObject({ medicalNeed: { withheld: 'health' } });
    expect((await aigerim.page(`/individuals/${person.id}`)).text).not.toContain('asthma');
    const [entry] = await habeas.audit({ act: 'role.changed' });
    expect(entry?.leaf).toContain('import.run');
  });

  it('can read without writing', async () => {
    const writes = caseworker.writes.filter((one) => one !== 'narrative' && one !== 'health');
    const reads = caseworker.reads.filter((one) => one !== 'health');
    const permissions = caseworker.permissions.filter((one) => !['own.use', 'lock.now', 'import.run'].includes(one));
    await rita.put('/api/v1/roles/caseworker', input(caseworker, { permissions, reads, writes }));
    const refused = await aigerim.patch<{ code: string }>(`/api/v1/individuals/${person.id}`, 1, { description: 'says more' });
    expect([refused.status, refused.body.code]).toEqual([403, 'field.not_yours']);
    // A form sends back what it showed: the story that stayed the same is no reason to refuse the rest.
    expect((await aigerim.patch(`/api/v1/individuals/${person.id}`, 1, { sex: 'female', description: 'seen on the square' })).status).toBe(200);
    // Of what is not read no guess is told right from wrong.
    for (const guess of ['asthma', 'diabetes']) expect((await aigerim.patch(`/api/v1/individuals/${person.id}`, 2, { medicalNeed: guess })).status).toBe(403);
  });

  it('are widened by nobody alone, and only by somebody who has what is given', async () => {
    const asked = await rita.put<Asked>('/api/v1/roles/caseworker', input(caseworker, {}));
    const id = asked.body.id ?? '';
    expect((await aigerim.get(`/api/v1/individuals/${person.id}`)).body).toMatchObject({ medicalNeed: { withheld: 'health' } });
    expect((await rita.post(`/api/v1/approvals/${id}/answer`, { approved: true })).status).toBe(404);
    expect((await marat.post(`/api/v1/approvals/${id}/answer`, { approved: true })).status).toBe(404); // managers read no health
    expect((await aigerim.post(`/api/v1/approvals/${id}/answer`, { approved: true })).status).toBe(404); // nor do caseworkers now
    const dana = await habeas.as('dana');
    expect((await dana.post(`/api/v1/approvals/${id}/answer`, { approved: true })).status).toBe(404); // a lawyer has health, but imports nothing
    await rita.put('/api/v1/roles/caseworker', input(caseworker, { permissions: caseworker.permissions.filter((one) => !['own.use', 'lock.now', 'import.run'].includes(one)) }));
    const smaller = (await rita.get<{ own: { id: string; facts: { permissions: string; reads: string } }[] }>('/api/v1/approvals')).body.own;
    const fitting = smaller.find(({ facts }) => facts.permissions === '' && facts.reads === 'health')?.id ?? '';
    expect((await dana.page('/approvals')).text).toContain('reads: health');
    expect((await dana.post(`/api/v1/approvals/${fitting}/answer`, { approved: true })).status).toBe(200);
    expect((await aigerim.get(`/api/v1/individuals/${person.id}`)).body).toMatchObject({ medicalNeed: 'asthma' });
  });

  it('keep apart who makes accounts, who reads the log and who reads records', async () => {
    expect((await rita.put<{ code: string }>('/api/v1/roles/administrator', input(manager, {}))).body.code).toBe('role.fixed');
    expect((await rita.put('/api/v1/roles/manager', input(manager, { permissions: ['staff.manage'] }))).status).toBe(400);
    expect((await rita.put('/api/v1/roles/manager', input(manager, { permissions: ['audit.read'] }))).status).toBe(400);
    expect((await marat.get('/api/v1/roles')).status).toBe(403);
    expect((await rita.page('/roles')).text).toContain('read individuals');
    expect((await rita.page('/roles/administrator')).status).toBe(404);
  });

  it('are changed on a page that keeps what was typed', async () => {
    const page = await rita.page('/roles/manager');
    expect(page.text).toContain('name="permissions"');
    const empty = await rita.form('/roles/manager', { reads: 'identity' });
    expect([empty.status, empty.text.includes('value="identity" checked')]).toEqual([400, true]);
  });
});
