// npm start, npm run demo, npm run habeas -- COMMAND: installs when needed, builds when needed, then runs the product here.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.habeas-installed');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) stop(`Habeas needs Node.js 20.19 or newer (this is ${process.versions.node}).`);

if (!installed()) {
  console.error('Installing (once; building the encrypted database driver can take two minutes) …');
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) stop('Installing failed; the lines above say why. Nothing else was done.');
  writeFileSync(stamp, lockDigest());
}

const { build } = await import('./build.mjs');
await build({ quiet: true }).catch((error) => stop(`The product does not build: ${error.message}`));

const [command = 'serve', ...rest] = process.argv.slice(2);
const [script, args] = command === 'bench' ? bench(rest) : [join(root, 'dist/src/cli.js'), [command, ...rest]];
const child = spawn(process.execPath, [script, ...args], { stdio: 'inherit' });
// The terminal sends Ctrl+C to both; the child decides how to end, and this one waits for it.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => name !== 'SIGINT' && child.kill(name));
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)));

/** `npm run bench` with the name of what is measured before its options: `reports`, or nothing for the programme of single pages. */
function bench([name, ...options]) {
  return name === 'reports' ? [join(root, 'dist/bench/reports/run.js'), options] : [join(root, 'dist/bench/run.js'), rest];
}

/** Installed by this script for this lock file, or by npm itself, which leaves its own mark. */
function installed() {
  if (!existsSync(join(root, 'node_modules'))) return false;
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lockDigest();
  if (!existsSync(join(root, 'node_modules', '.package-lock.json'))) return false;
  writeFileSync(stamp, lockDigest());
  return true;
}

function lockDigest() {
  return createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
