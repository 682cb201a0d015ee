// node scripts/fsyncs.mjs: how often the server waits for the disk between a request that records something and its answer.
// Needs a build (npm run build) and strace; prints one line a request, and ends with 1 when an answer left without waiting.
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const REQUESTS = 10;
const dist = (path) => import(pathToFileURL(resolve(import.meta.dirname, '../dist/src', path)).href);

if (process.argv[2] === 'work') await work(process.argv[3]);
else measure();

function measure() {
  const folder = mkdtempSync(join(tmpdir(), 'habeas-fsyncs-'));
  const trace = join(folder, 'trace');
  try {
    const done = spawnSync('strace', ['-f', '-e', 'trace=fsync,fdatasync,write', '-s', '16', '-o', trace, process.execPath, import.meta.filename, 'work', folder], { stdio: ['ignore', 'inherit', 'inherit'] });
    if (done.error) return void console.log('strace is not here, so nothing was counted.');
    let [waits, least] = [null, Infinity];
    for (const line of readFileSync(trace, 'utf8').split('\n')) {
      const [, mark, number] = /write\(\d+, "([<>]) (\d+)\\n"/.exec(line) ?? [];
      if (mark === '>') waits = 0;
      else if (mark === '<') {
        console.log(`request ${number}: ${waits} waits for the disk before its answer`);
        least = Math.min(least, waits);
        waits = null;
      } else if (waits !== null && /\b(fsync|fdatasync)\(/.test(line)) waits += 1;
    }
    process.exitCode = least >= 1 && least < Infinity ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Records some people, one after the other, and marks in a file of its own when each request begins and is answered. */
async function work(folder) {
  await import('reflect-metadata');
  const [{ openInstance }, { buildApp }, { readSettings }, { Accounts, Session }, { UnitOfWork }, { systemActor }, { addHours }] = await Promise.all(
    ['launch/public.js', 'app.js', 'kernel/settings/public.js', 'staff/public.js', 'kernel/db/public.js', 'kernel/actor/public.js', 'kernel/time/public.js'].map(dist),
  );
  const settings = { HABEAS_DATA_DIR: join(folder, 'data'), HABEAS_KEY_FILE: join(folder, 'own.key'), HABEAS_SECOND_FACTOR: 'offered', HABEAS_LOG: 'silent' };
  const instance = await openInstance(readSettings(settings));
  const app = await buildApp(instance.ground);
  await app.listen(0, '127.0.0.1');
  const { id } = await app.get(Accounts).create(systemActor('measurement'), { signInName: 'a', name: 'A', role: 'caseworker', language: 'en', expiresAt: null });
  const token = randomBytes(32).toString('base64url');
  const now = instance.ground.clock.now();
  await app.get(UnitOfWork).touch(async (manager) => {
    const session = { digest: createHash('sha256').update(token).digest('hex'), staffId: id, csrf: 'x', startedAt: now, lastUsedAt: now, endsAt: addHours(now, 1) };
    await manager.insert(Session, { ...session, endedAt: null, deviceId: null, exportsFrom: null, confirmedAt: now, lowRisk: false });
  });
  const marks = openSync(join(folder, 'marks'), 'w');
  const headers = { 'Content-Type': 'application/json', Cookie: `habeas_session=${token}` };
  const body = JSON.stringify({ names: [{ text: 'A', kind: 'full' }] });
  for (let n = 1; n <= REQUESTS; n += 1) {
    writeSync(marks, `> ${n}\n`);
    const answer = await fetch(`http://127.0.0.1:${app.getHttpServer().address().port}/api/v1/individuals`, { method: 'POST', headers, body });
    writeSync(marks, `< ${n}\n`);
    if (answer.status !== 201) throw new Error(`answered ${answer.status}`);
  }
  closeSync(marks);
  await app.close();
  await instance.close();
}
