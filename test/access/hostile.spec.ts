import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscoveryService } from '@nestjs/core';
import { declaredRoutes, type DeclaredRoute } from '../../src/access/public.js';
import { Accounts } from '../../src/staff/public.js';
import { TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { databases } from '../support/database.js';

const nobodysId = '01000000-0000-7000-8000-000000000000';
const json = { 'Content-Type': 'application/json', Accept: 'application/json' };

/** What is no id of ours, as people who try doors send it. */
const oddIds = ['1e0', '%00', '__proto__', '..%2F..%2Fetc%2Fpasswd', "'%20OR%201=1--", '%D0%90%D0%B9%D1%88%D0%B0', 'x'.repeat(300), '01000000-0000-7000-8000-00000000000%00'];

/** What is no body a route asks for. */
const oddBodies: readonly string[] = [
  ...['[]', 'null', '"text"', '7', '{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{"admin":true}}}'],
  ...['{"id":"x","version":9,"recordedBy":"me","teamId":"theirs","subject":"s","sealed":"s","role":{"$ne":1}}', `${'{"a":'.repeat(500)}1${'}'.repeat(500)}`],
  ...['{"names":[{"text":"\\u0000","kind":"full"}],"title":"\\u0000","label":"\\u0000","name":"\\u0000"}', '{"names":[{"text":"\\ud800","kind":"full"}],"title":"\\ud800"}', '{"names":{},"title":{},"name":[],"record":{}}'],
];

/** Requests nobody's browser sends: each is refused with a sentence, none of them shakes the server, none is quoted back. */
describe.each(databases)('hostile requests, on %s', (name) => {
  let habeas: TestApp;
  let routes: DeclaredRoute[];
  let clients: Record<string, Client>;
  const permissions = new Map<Client, ReadonlySet<string>>();

  beforeAll(async () => {
    habeas = await TestApp.start(name, undefined, true, { HABEAS_RECORDS_AN_HOUR: '0' });
    routes = declaredRoutes(habeas.app.get(DiscoveryService)).filter(({ path }) => !['/sign-out', '/leave', '/api/v1/session'].includes(path));
    clients = {};
    for (const one of ['rita', 'aigerim', 'dana', 'marat', 'saule'] as const) {
      clients[one] = await habeas.as(one);
      permissions.set(clients[one], (await habeas.app.get(Accounts).asActor(habeas.ids[one])).permissions);
    }
  });
  afterAll(() => habeas.stop());

  /** Who may use the route at all: behind the question of permission lies what there is to break. */
  const ask = async ({ method, rule }: DeclaredRoute, to: string, body: string | undefined): Promise<void> => {
    const client = Object.values(clients).find((one) => 'open' in rule || permissions.get(one)?.has(rule.permission)) ?? habeas.nobody();
    const { status, text } = await client.send(method, to, body, { ...json, 'If-Match': '"1"', 'X-CSRF-Token': client.signed?.csrf ?? '' });
    expect([method, to, body?.slice(0, 60), status < 500 || status]).toEqual([method, to, body?.slice(0, 60), true]);
    expect([method, to, /SQLITE_|QueryFailed|node_modules|\.js:\d+/.test(text)]).toEqual([method, to, false]);
  };

  it('with odd ids answer like absent', async () => {
    for (const route of routes.filter(({ path }) => path.includes(':'))) {
      await Promise.all(oddIds.map((odd) => ask(route, route.path.replace(/:\w+/g, odd), route.method === 'GET' ? undefined : '{}')));
    }
  }, 240_000);

  it('with odd bodies are refused as precisely as an honest slip', async () => {
    for (const route of routes.filter(({ method, path }) => method !== 'GET' && path.startsWith('/api/'))) {
      await Promise.all(oddBodies.map((odd) => ask(route, route.path.replace(/:\w+/g, nobodysId), odd)));
    }
  }, 240_000);

  it('with odd filters are refused, or find nothing', async () => {
    const odd = ['%00', "'%20OR%201=1--", '__proto__', '%D0%90', 'x'.repeat(2000)];
    for (const route of routes.filter(({ method, path }) => method === 'GET' && !path.includes(':'))) {
      await Promise.all(odd.map((value) => ask(route, `${route.path}?${['q', 'kind', 'stage', 'cursor', 'limit', 'from', 'region', 'asOf', 'record'].map((key) => `${key}=${value}`).join('&')}`, undefined)));
    }
  });

  it('sort by nothing but the listed names', async () => {
    const lists = ['individuals', 'detentions', 'incidents', 'cases', 'follow-ups', 'sources', 'organisations', 'places', 'clocks', 'audit'];
    const probes = ['recordedAt;--', '(CASE WHEN 1=1 THEN id ELSE version END)', 'sealed', 'teamId', '-', 'id,version', 'recorded"', "recorded'"];
    for (const list of lists) {
      for (const probe of probes) {
        const { status } = await (list === 'audit' ? clients.saule : clients.aigerim)!.get(`/api/v1/${list}?sort=${encodeURIComponent(probe)}`);
        expect([list, probe, status]).toEqual([list, probe, 400]);
      }
      const twice = await (list === 'audit' ? clients.saule : clients.aigerim)!.get(`/api/v1/${list}?limit=5&limit=6`);
      expect([list, twice.status]).toEqual([list, 400]);
    }
  });

  it('give no more at once than a page', async () => {
    for (const list of ['individuals', 'detentions', 'incidents', 'cases', 'follow-ups', 'sources', 'organisations', 'places', 'clocks']) {
      const { status } = await clients.aigerim!.get(`/api/v1/${list}?limit=100000`);
      expect([list, status]).toEqual([list, 400]);
    }
  });

  it('cannot say who recorded a thing, to whom it belongs or which version it is', async () => {
    const bodies: Record<string, object> = {
      individuals: { names: [{ text: 'Forged', kind: 'full' }] },
      incidents: { title: 'Forged' },
      sources: { label: 'Forged', kind: 'witness' },
      cases: { title: 'Forged' },
    };
    for (const [list, body] of Object.entries(bodies)) {
      for (const forged of ['id', 'version', 'recordedBy', 'recordedAt', 'changedBy', 'teamId', 'subject', 'sealed', 'reference', 'circleId', 'leadId']) {
        const answer = await clients.aigerim!.post<{ code: string }>(`/api/v1/${list}`, { ...body, [forged]: nobodysId });
        expect([list, forged, answer.status, answer.body.code]).toEqual([list, forged, 400, 'input.invalid']);
      }
    }
    expect((await clients.aigerim!.get<{ items: unknown[] }>('/api/v1/individuals')).body.items).toEqual([]);
  });

  it('by methods a route does not have find nothing', async () => {
    const known = new Map<string, Set<string>>();
    for (const { method, path } of routes) known.set(path, (known.get(path) ?? new Set()).add(method));
    for (const [path, methods] of known) {
      for (const method of ['PUT', 'DELETE', 'PATCH', 'POST'].filter((one) => !methods.has(one))) {
        const { status } = await clients.aigerim!.send(method, path.replace(/:\w+/g, nobodysId), '{}', { ...json, 'X-CSRF-Token': clients.aigerim!.signed?.csrf ?? '' });
        expect([method, path, status === 404 || status === 405 || matched(routes, method, path)]).toEqual([method, path, true]);
      }
    }
  });

  it('find every answer typed, unkept and without the names of what runs here', async () => {
    for (const { path } of routes.filter(({ method }) => method === 'GET')) {
      const { headers } = await clients.aigerim!.get(path.replace(/:\w+/g, nobodysId));
      expect([path, headers.get('cache-control'), headers.get('x-powered-by'), headers.get('etag'), headers.get('access-control-allow-origin')]).toEqual([path, 'no-store', null, null, null]);
      expect([path, headers.get('x-content-type-options'), headers.get('referrer-policy'), headers.get('content-security-policy')?.includes("default-src 'none'")]).toEqual([path, 'nosniff', 'same-origin', true]);
      if (headers.get('content-type')) expect([path, /charset=utf-8|application\/problem\+json|application\/json/.test(headers.get('content-type') ?? '')]).toEqual([path, true]);
    }
  });

  it('that only look change nothing', async () => {
    await clients.aigerim!.post('/api/v1/individuals', { names: [{ text: 'Айша', kind: 'full' }] });
    const before = await contents(habeas);
    for (const { path } of routes.filter(({ method }) => method === 'GET')) {
      await Promise.all(Object.values(clients).map((client) => client.get(path.replace(/:\w+/g, nobodysId))));
    }
    expect(await contents(habeas)).toEqual(before);
  }, 120_000);

  it('of a text with tags show the text', async () => {
    const planted = '<img src=x onerror=alert(1)>"\'><script>';
    const made = await clients.aigerim!.post<{ id: string }>('/api/v1/individuals', {
      names: [{ text: planted, kind: 'full' }],
      ...{ description: planted, occupation: planted, nationality: planted },
    });
    const incident = await clients.aigerim!.post<{ id: string }>('/api/v1/incidents', { title: planted, description: planted, placeWords: planted });
    const source = await clients.aigerim!.post<{ id: string }>('/api/v1/sources', { label: planted, kind: 'witness' });
    const file = await clients.aigerim!.post<{ id: string }>('/api/v1/cases', { title: planted, summary: planted });
    const pages = ['/individuals', `/individuals/${made.body.id}`, `/history/individual/${made.body.id}`, `/individuals/${made.body.id}/edit`, '/incidents', `/incidents/${incident.body.id}`, `/sources/${source.body.id}`, '/cases', `/cases/${file.body.id}`, '/'];
    for (const path of pages) {
      const { status, text } = await clients.aigerim!.page(path);
      expect([path, status, text.includes('<img src=x'), text.includes('"\'><script>')]).toEqual([path, 200, false, false]);
    }
  });
});

/** Another declared route may fit the same address, such as /staff/new and /staff/:id. */
const matched = (routes: readonly DeclaredRoute[], method: string, path: string): boolean =>
  routes.some((route) => route.method === method && new RegExp(`^${route.path.replace(/:\w+/g, '[^/]+')}$`).test(path.replace(/:\w+/g, nobodysId)));

/** How many rows every table has, the log and what marks a session as used left out. */
async function contents(habeas: TestApp): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { tableName } of habeas.ground.database.reader.entityMetadatas) {
    if (tableName.startsWith('audit_')) continue;
    const [row] = (await habeas.ground.database.reader.query(`SELECT COUNT(*) AS n FROM ${tableName}`)) as { n: number | string }[];
    counts[tableName] = Number(row?.n);
  }
  return counts;
}
