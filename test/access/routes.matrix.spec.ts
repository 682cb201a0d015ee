import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscoveryService } from '@nestjs/core';
import { declaredRoutes, type DeclaredRoute } from '../../src/access/public.js';
import { projectRoot } from '../../src/kernel/settings/public.js';
import { TestApp } from '../support/app.js';
import { cast, people, type Person } from '../support/cast.js';

const golden = join(projectRoot(), 'docs', 'access-matrix.md');
const nobodysId = '01000000-0000-7000-8000-000000000000';

/**
 * Every route of the running application, asked by everyone. What they may is docs/access-matrix.md: a new route fails here
 * until that file says who may. `UPDATE_GOLDEN=1 npm test -- test/access` writes it anew, to be read before it is committed.
 */
describe('the access matrix', () => {
  let habeas: TestApp;
  beforeAll(async () => {
    habeas = await TestApp.start('sqlite');
  });
  afterAll(() => habeas.stop());

  it('is what the running application answers', async () => {
    const routes = declaredRoutes(habeas.app.get(DiscoveryService));
    const lines: string[] = [];
    for (const route of routes) lines.push(await lineOf(habeas, route));
    const text = head + lines.join('\n') + '\n';
    if (process.env.UPDATE_GOLDEN) writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, 'utf8'));
  }, 300_000);

  it('lets nobody past who is not signed in, but where it says so', async () => {
    for (const { method, path, rule } of declaredRoutes(habeas.app.get(DiscoveryService))) {
      if ('open' in rule) continue;
      const answer = await habeas.nobody().send(method, concrete(path), method === 'GET' ? undefined : '{}', json);
      expect([method, path, answer.status]).toEqual([method, path, 401]);
    }
  }, 120_000);
});

const roles = people.filter((person, n) => people.findIndex((other) => cast[other].role === cast[person].role) === n);

const head = [
  '# Who may use which route',
  '',
  'Written by test/access from the running application and checked by it. `yes`: the role has the permission; which records it then',
  'reaches is decided record by record (circles, own records), and out of reach answers like absent. `confirm`: the person shows once',
  'more that it is them. `leaves`: a file leaves, which no browser does that is new today.',
  '',
  `| route | permission | ${roles.map((person) => cast[person].role.replace('_', ' ')).join(' | ')} |`,
  `|---|---|${roles.map(() => '---').join('|')}|`,
  '',
].join('\n');

const json = { 'Content-Type': 'application/json', Accept: 'application/json' };

const concrete = (path: string): string => path.replace(/:\w+/g, nobodysId);

const asked = ({ permission, confirm, leaves }: { permission: string; confirm?: true; leaves?: true }): string =>
  [permission, ...(confirm ? ['confirm'] : []), ...(leaves ? ['leaves'] : [])].join(', ');

async function lineOf(habeas: TestApp, route: DeclaredRoute): Promise<string> {
  const permission = 'open' in route.rule ? `open: ${route.rule.open}` : asked(route.rule);
  const cells = await Promise.all(roles.map(async (person) => ('open' in route.rule || (await mayUse(habeas, person, route)) ? 'yes' : '–')));
  return `| \`${route.method} ${route.path}\` | ${permission} | ${cells.join(' | ')} |`;
}

/** The permission is asked before anything else, so an empty request for a record that does not exist tells enough. */
async function mayUse(habeas: TestApp, person: Person, { method, path }: DeclaredRoute): Promise<boolean> {
  if (path === '/sign-out' || path === '/api/v1/session') return true; // would end the session the test goes on with
  const client = await habeas.as(person);
  const token = { ...json, 'X-CSRF-Token': client.signed?.csrf ?? '' };
  const answer = await client.send<{ code?: string }>(method, concrete(path), method === 'GET' ? undefined : '{}', token);
  expect([method, path, answer.status < 500 || answer.status]).toEqual([method, path, true]);
  return !(answer.status === 403 && answer.body?.code === 'access.refused');
}
