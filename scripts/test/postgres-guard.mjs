// Runs one throw-away PostgreSQL for whoever started this process and removes it when they are gone:
// prints one line of JSON ({ url, from, version } or { refused }), then waits for its standard input to end.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { postgresBinaries } from './postgres-binaries.mjs';

const quick = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off', 'wal_level=minimal', 'max_wal_senders=0'];
const roomy = ['max_connections=200', 'shared_buffers=64MB', 'unix_socket_directories=', 'listen_addresses=127.0.0.1', 'log_min_messages=fatal'];

// The terminal sends Ctrl+C to everybody; the one who started us decides when to stop.
process.on('SIGINT', () => {});
let server;
let place;
process.on('SIGTERM', () => void leave());
process.stdin.resume().on('end', () => void leave()).on('error', () => void leave());

const reasons = [];
for (const { from, folder } of postgresBinaries()) {
  try {
    const url = await start(folder);
    console.log(JSON.stringify({ url, from, version: spawnSync(join(folder, 'postgres'), ['--version']).stdout?.toString().trim() }));
    break;
  } catch (error) {
    reasons.push(`${folder}: ${error.message}`);
    await stop();
  }
}
if (!server) {
  console.log(JSON.stringify({ refused: reasons.join('\n') || 'no postgres program was found on this machine or in node_modules' }));
  await leave(1);
}

async function start(folder) {
  place = mkdtempSync(join(tmpdir(), 'habeas-postgres-'));
  const owner = unprivileged();
  if (owner) chownSync(place, owner.uid, owner.gid);
  const programs = reachable(folder, owner);
  const password = randomBytes(12).toString('hex');
  writeFileSync(join(place, 'password'), password, { mode: 0o600 });
  if (owner) chownSync(join(place, 'password'), owner.uid, owner.gid);
  const data = join(place, 'data');
  const initdb = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--no-sync', '-A', 'password', `--pwfile=${join(place, 'password')}`],
    { ...owner, cwd: place, env: plainEnvironment(), encoding: 'utf8' },
  );
  if (initdb.status !== 0) throw new Error(`initdb: ${initdb.error?.message ?? initdb.stderr.trim()}`);
  const port = await freePort();
  const options = [...quick, ...roomy, `port=${port}`].flatMap((setting) => ['-c', setting]);
  server = spawn(join(programs, 'postgres'), ['-D', data, ...options], {
    ...owner, cwd: place, env: plainEnvironment(), stdio: ['ignore', 'ignore', 'pipe'], detached: true,
  });
  let said = '';
  server.stderr.on('data', (text) => (said = (said + text).slice(-2000)));
  server.on('error', (error) => (said += error.message));
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  await answering(url, () => said);
  return url;
}

/** PostgreSQL refuses to run as root, so root starts it as somebody harmless. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout?.trim() || NaN));
    if (uid > 0 && gid > 0) return { uid, gid };
  }
  return { uid: 65534, gid: 65534 };
}

/** A project under /root cannot be entered by the harmless user: the programs are then copied to where they can be. */
function reachable(folder, owner) {
  const trial = spawnSync(join(folder, 'postgres'), ['--version'], { ...owner, cwd: place, env: plainEnvironment() });
  if (trial.status === 0) return folder;
  const copy = join(place, 'programs');
  mkdirSync(copy);
  for (const part of ['bin', 'lib', 'share']) cpSync(join(dirname(folder), part), join(copy, part), { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}

// PGDATA and its relatives in the caller's environment must not point our server at somebody's real data.
function plainEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|NODE_OPTIONS|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}

function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer().on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

async function answering(url, said) {
  const until = performance.now() + 30_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (server.exitCode !== null || server.pid === undefined) throw new Error(`postgres ended: ${said().trim()}`, { cause: error });
      if (performance.now() > until) throw new Error(`postgres does not answer: ${error.message}`, { cause: error });
      await new Promise((again) => setTimeout(again, 50));
    }
  }
}

async function stop() {
  if (server && server.exitCode === null && server.pid !== undefined) {
    const gone = new Promise((done) => server.once('exit', done));
    server.kill('SIGINT'); // PostgreSQL's "fast shutdown"
    const hard = setTimeout(() => server.kill('SIGQUIT'), 5000);
    await gone;
    clearTimeout(hard);
  }
  server = undefined;
  if (place) rmSync(place, { recursive: true, force: true });
  place = undefined;
}

async function leave(code = 0) {
  await stop();
  process.exit(code);
}
