import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openPostgres } from '../../scripts/test/postgres.mjs';

/** One database of a test's own on the real server. */
export interface TestDatabase {
  readonly url: string;
  /** Drops it, whoever is still connected. */
  close(): Promise<void>;
}

let server: Promise<string> | undefined;

/** The server `npm test` started or found; a spec run by itself starts one that ends with the process. */
export function postgresServer(): Promise<string> {
  server ??= openPostgres().then((opened) => opened.url);
  return server;
}

/** A new database: empty, or a copy of one that `postgresTemplate` has filled. */
export async function freshPostgres(template?: string): Promise<TestDatabase> {
  const name = nameOf(randomBytes(6).toString('hex'));
  await onServer((client) => client.query(`CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ''}`));
  return {
    url: await addressOf(name),
    close: () => onServer(async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))),
  };
}

/**
 * Fills a database once per test run and gives its name, to be copied by `freshPostgres`.
 * Workers that ask at the same time wait for the first; `fill` must leave no connection open.
 */
export async function postgresTemplate(word: string, fill: (url: string) => Promise<void>): Promise<string> {
  const name = nameOf(word);
  await onServer(async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (known.rowCount) return;
    const draft = `${name}_draft`;
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${draft}`);
    await fill(await addressOf(draft));
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
  });
  return name;
}

/** The run is part of the name, so that two runs on one server never meet and the runner can clear up after itself. */
function nameOf(word: string): string {
  if (!/^[a-z0-9_]{1,30}$/.test(word)) throw new Error(`Not a name for a test database: ${word}`);
  return `habeas_test_${process.env.HABEAS_TEST_RUN ?? process.pid}_${word}`;
}

async function addressOf(database: string): Promise<string> {
  const url = new URL(await postgresServer());
  url.pathname = `/${database}`;
  return url.href;
}

async function onServer<T>(ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: await postgresServer() });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}
