import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscoveryService } from '@nestjs/core';
import { Validator } from '@seriousme/openapi-schema-validator';
import { declaredRoutes } from '../../src/access/public.js';
import { Client } from '../support/client.js';
import { TestApp } from '../support/app.js';
import { Terminal, type Ended } from './command-line.js';

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { name: string; in: string }[];
  readonly responses: Record<string, unknown>;
  readonly 'x-permission'?: string | null;
}

interface Description {
  readonly openapi: string;
  readonly info: { title: string; version: string };
  readonly paths: Record<string, Record<string, Operation>>;
}

/** The description names the routes, but the one it is served at. */
const itself = 'get /api/v1/openapi.json';

describe('the description of the API', () => {
  let terminal: Terminal;
  let habeas: TestApp;
  let printed: Ended;
  let described: Description;
  beforeAll(async () => {
    terminal = new Terminal();
    printed = await terminal.run(['openapi']).over();
    described = JSON.parse(printed.out) as Description;
    habeas = await TestApp.start('sqlite');
  });
  afterAll(async () => {
    terminal.leave();
    await habeas.stop();
  });

  const operations = (): [string, string, Operation][] =>
    Object.entries(described.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]): [string, string, Operation] => [method, path, operation]),
    );

  it('is printed by the command line without an instance, and nothing stays behind', () => {
    expect([printed.code, printed.err]).toEqual([0, '']);
    expect(described.openapi).toMatch(/^3\.1\.\d$/);
    expect(described.info).toMatchObject({ title: 'Habeas', version: '1' });
    expect(readdirSync(terminal.home)).toEqual([]);
  });

  it('is a valid OpenAPI 3.1 document', async () => {
    expect(await new Validator().validate({ ...structuredClone(described) })).toMatchObject({ valid: true });
  });

  it('is what the running server answers', async () => {
    const running = terminal.run(['serve']);
    const served = await new Client(await running.address(), null).get('/api/v1/openapi.json');
    expect([served.status, served.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(served.body).toEqual(described);
    await running.end();
  });

  it('has every route with the permission the route declares, and no other', () => {
    const declared = declaredRoutes(habeas.app.get(DiscoveryService))
      .filter(({ path }) => path.startsWith('/api/'))
      .map(({ method, path, rule }) => [`${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`, 'open' in rule ? null : rule.permission])
      .filter(([route]) => route !== itself);
    const told = operations().map(([method, path, operation]) => [`${method} ${path}`, operation['x-permission']]);
    expect(told.sort()).toEqual(declared.sort());
  });

  it('names every part of a path, every operation once, and the form of a refusal', () => {
    for (const [method, path, { parameters, responses }] of operations()) {
      const inPath = parameters.filter((one) => one.in === 'path').map((one) => one.name);
      expect([method, path, inPath.sort()]).toEqual([method, path, [...path.matchAll(/{(\w+)}/g)].map((match) => match[1] ?? '').sort()]);
      expect(Object.keys(responses)).toContain('default');
    }
    const ids = operations().map(([, , { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('points at nothing that is not there, and uses no word that version 3.1 took away', () => {
    const broken: string[] = [];
    walk(described, (node, path) => {
      const { $ref } = node as { $ref?: unknown };
      if (typeof $ref === 'string' && !found(described, $ref)) broken.push(`${path}: ${$ref}`);
      if (typeof (node as { nullable?: unknown }).nullable === 'boolean') broken.push(`${path}: nullable`);
    });
    expect(broken).toEqual([]);
  });
});

function walk(node: unknown, see: (node: object, path: string) => void, path = '#'): void {
  if (typeof node !== 'object' || node === null) return;
  see(node, path);
  for (const [name, inner] of Object.entries(node)) walk(inner, see, `${path}/${name}`);
}

function found(root: unknown, ref: string): boolean {
  const way = ref.replace(/^#\//, '').split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return way.reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], root) !== undefined;
}
