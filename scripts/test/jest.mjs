// One run of Jest, counted from its own report and never trusted to end by itself.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const home = resolve(import.meta.dirname, '../..');
const graceAfterReport = 20_000;
/** One more than the cores of a small machine: each waits a fifth of its time for a browser, a disk or a server. */
const workers = 3;
const memory = '/dev/shm';
const roomInMemory = 4 * 2 ** 30;

/**
 * @param args what Jest is given besides our own options
 * @param deadline value of performance.now() at which the run is ended
 * @returns {Promise<{ passed: number, failed: number, skipped: number, notes: string[] }>}
 */
export async function runJest({ args = [], env = {}, deadline = Infinity, signal } = {}) {
  const folder = mkdtempSync(join(roomForFiles(), 'habeas-jest-'));
  const report = join(folder, 'report.json');
  try {
    const ended = await spawnJest([...args, '--json', `--outputFile=${report}`], { TMPDIR: folder, ...env }, report, deadline, signal);
    return count(report, ended);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function spawnJest(args, env, report, deadline, signal) {
  const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
  const nodeOptions = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim();
  return new Promise((done) => {
    const child = spawn(process.execPath, [jest, `--maxWorkers=${workers}`, ...args], {
      // With --json Jest prints the whole report on standard output; people read standard error.
      cwd: home, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env, NODE_OPTIONS: nodeOptions }, detached: true,
    });
    let why = null;
    const end = (reason) => {
      why ??= reason;
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        child.kill('SIGKILL');
      }
    };
    let reportedAt = Infinity;
    const watch = setInterval(() => {
      if (existsSync(report)) reportedAt = Math.min(reportedAt, performance.now());
      if (performance.now() > deadline) end('the time for the whole run is over');
      if (performance.now() - reportedAt > graceAfterReport) end('Jest did not end after its last test: a test left something open');
    }, 500);
    const stop = () => end('interrupted');
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted) stop();
    const finish = (code) => {
      clearInterval(watch);
      signal?.removeEventListener('abort', stop);
      done({ code, why });
    };
    child.on('error', (error) => finish(error.message));
    child.on('exit', (code, killed) => finish(code ?? killed));
  });
}

/** Where all that tests write goes, and goes with the run: with room in memory nobody waits for a disk that is to keep nothing. */
function roomForFiles() {
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > roomInMemory ? memory : tmpdir();
}

/** What went wrong outside of a test is one failure more; nothing ends well by silence. */
function count(file, { code, why }) {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0, notes: [why ?? `Jest ended without a report (${code})`] };
  const broken = report.testResults.filter((suite) => suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'));
  const failed = report.numFailedTests + broken.length;
  const notes = broken.map((suite) => `could not run: ${suite.name.replace(`${home}/`, '')}`);
  if (why) notes.push(why);
  else if (code !== 0 && failed === 0) notes.push(`Jest ended with ${code} though no test failed`);
  const extra = why || (code !== 0 && failed === 0) ? 1 : 0;
  return { passed: report.numPassedTests, failed: failed + extra, skipped: report.numPendingTests + report.numTodoTests, notes };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
