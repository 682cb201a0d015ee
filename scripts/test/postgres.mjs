// A PostgreSQL for the tests: the one the environment names, or one of our own that dies with this process.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';

/**
 * @returns {Promise<{ url: string, from: string, stop(): Promise<void> }>} `url` may create databases on that server.
 * Throws a sentence when there is no server to be had.
 */
export async function openPostgres() {
  if (process.env.HABEAS_TEST_POSTGRES_FROM) return startPostgres();
  for (const name of ['HABEAS_TEST_POSTGRES_URL', 'DATABASE_URL']) {
    const url = process.env[name];
    if (!url || !/^postgres(ql)?:/.test(url)) continue;
    const trouble = await unusable(url);
    if (!trouble) return { url, from: name, stop: async () => {} };
    console.error(`The server named by ${name} cannot be used (${trouble}); trying the next way.`);
  }
  return startPostgres();
}

/** A throw-away server of our own, watched by a process that ends it even when this one is killed. */
export async function startPostgres() {
  const guard = spawn(process.execPath, [join(import.meta.dirname, 'postgres-guard.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'], detached: true, env: { ...process.env, NODE_OPTIONS: '' },
  });
  guard.stdin.on('error', () => {});
  const gone = new Promise((done) => guard.once('exit', done));
  const line = await new Promise((done, fail) => {
    createInterface({ input: guard.stdout }).once('line', done);
    guard.once('error', fail);
    void gone.then((code) => fail(new Error(`PostgreSQL could not be started (exit ${code}).`)));
  });
  const { url, from, version, refused } = JSON.parse(line);
  if (refused) throw new Error(`PostgreSQL could not be started: ${refused}`);
  for (const held of [guard, guard.stdin, guard.stdout]) held.unref?.();
  const stop = async () => {
    guard.ref();
    guard.stdin.end();
    await gone;
  };
  return { url, from: `${from}, ${version}`, stop };
}

/** Removes what a run made on a server that lives on after it. */
export async function dropDatabasesOf(run, url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query('SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)', [`habeas_test_${run}_`]);
    for (const { name } of rows) await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  } finally {
    await client.end();
  }
}

async function unusable(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    const { rows } = await client.query('SELECT rolcreatedb OR rolsuper AS able FROM pg_roles WHERE rolname = current_user');
    return rows[0]?.able ? null : 'its role may not create databases';
  } catch (error) {
    return error.message || error.code || 'no answer';
  } finally {
    await client.end().catch(() => {});
  }
}
