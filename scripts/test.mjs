// `npm test`: builds, finds or starts PostgreSQL, runs every spec, runs the time specs again in other zones,
// and ends with one line, `N passed, N failed`. Arguments go to Jest: `npm test -- src/audit`.
import { randomBytes } from 'node:crypto';
import { build } from './build.mjs';
import { runJest } from './test/jest.mjs';
import { dropDatabasesOf, openPostgres } from './test/postgres.mjs';
import { chosenTimeSpecs, zones } from './test/time-specs.mjs';

const limit = 60 * 60_000;
const args = process.argv.slice(2);
const run = randomBytes(4).toString('hex');
const sum = { passed: 0, failed: 0, skipped: 0 };
const notes = [];
const interrupted = new AbortController();

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => interrupted.abort());
process.on('uncaughtException', (error) => {
  broke('the test run itself broke', error);
  close();
});

try {
  await build({ quiet: true }).catch((error) => broke('the product does not compile', error));
  const server = await openPostgres().catch((error) => broke('there is no PostgreSQL to test on', error));
  try {
    await runAll({ HABEAS_TEST_RUN: run, ...(server ? { HABEAS_TEST_POSTGRES_URL: server.url } : {}) }, server);
  } finally {
    if (server) await dropDatabasesOf(run, server.url).catch((error) => notes.push(`left behind: ${error.message}`));
    await server?.stop();
  }
} catch (error) {
  broke('the test run itself broke', error);
}
close();

async function runAll(env, server) {
  if (server) console.error(`PostgreSQL: ${server.from}`);
  const deadline = performance.now() + limit;
  add('all', await runJest({ args, env, deadline, signal: interrupted.signal }));
  const specs = chosenTimeSpecs(args);
  if (args.length === 0 && specs.length === 0) broke('the time specs did not run', 'none was found');
  for (const zone of specs.length > 0 ? zones : []) {
    if (interrupted.signal.aborted) break;
    console.error(`\nTime specs again with TZ=${zone}`);
    const counted = await runJest({ args: ['--runTestsByPath', ...specs], env: { ...env, TZ: zone }, deadline, signal: interrupted.signal });
    add(`TZ=${zone}`, counted);
  }
}

function add(name, counted) {
  for (const part of Object.keys(sum)) sum[part] += counted[part];
  notes.push(...counted.notes.map((note) => `${name}: ${note}`));
}

function broke(what, error) {
  sum.failed += 1;
  notes.push(`${what}: ${briefly(error?.message ?? error)}`);
}

function briefly(text) {
  const lines = String(text).split('\n');
  return lines.length <= 30 ? lines.join('\n') : [...lines.slice(0, 30), `… and ${lines.length - 30} lines more`].join('\n');
}

/** A skipped test proves nothing, so it fails the run, unless tests were picked by name. */
function close() {
  const picked = args.some((arg) => /^(-t|--testNamePattern)/.test(arg));
  if (sum.passed + sum.failed + sum.skipped === 0) broke('no test ran', 'nothing matched');
  const failed = sum.failed + (picked ? 0 : sum.skipped);
  for (const note of notes) console.error(note);
  const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : '';
  process.stdout.write(`${sum.passed} passed, ${failed} failed${skipped}\n`, () => process.exit(failed > 0 ? 1 : 0));
}
