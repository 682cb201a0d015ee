// Compiles the product into dist/ and does nothing when nothing changed. Run directly, or call `build()`.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const home = resolve(import.meta.dirname, '..');
const sources = [
  'src', 'migrations', 'bench', 'vocabularies', 'rule-packs', 'submission-forms', 'words', 'scripts/build.mjs', 'scripts/assets.mjs',
  'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json',
];

/** What the code reads or starts from its own folder, and the compiler leaves behind. */
const besideCode = ['src/documents/templates', 'src/kernel/db/aside-thread.mjs', 'src/publications/solver-thread.mjs'];

/** What the build depends on, in one word: names, sizes and times of every source file. */
export function fingerprint(root = home) {
  const hash = createHash('sha256').update(process.version);
  const add = (path) => {
    const found = statSync(join(root, path), { throwIfNoEntry: false });
    if (!found) return;
    if (found.isDirectory()) for (const name of readdirSync(join(root, path)).sort()) add(`${path}/${name}`);
    else if (!/\.spec\.tsx?$/.test(path)) hash.update(`${path} ${found.size} ${found.mtimeMs}\n`);
  };
  sources.forEach(add);
  return hash.digest('hex');
}

export function isBuilt(root = home) {
  const stamp = join(root, 'dist/.stamp');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root);
}

/**
 * Brings dist/ up to date. The old dist/ stays whole until the new one has compiled.
 * @returns true when something was compiled. Throws with the compiler's words when the sources do not compile.
 */
export async function build({ root = home, quiet = false } = {}) {
  if (isBuilt(root)) return false;
  const unlock = await lock(root);
  try {
    if (isBuilt(root)) return false;
    const wanted = fingerprint(root);
    await compile(root, quiet);
    await assets(root, quiet);
    const cli = join(root, 'dist/src/cli.js');
    if (existsSync(cli)) chmodSync(cli, 0o755);
    writeFileSync(join(root, 'dist/.stamp'), wanted);
    return true;
  } finally {
    unlock();
  }
}

/** `nest build` into a folder beside dist/, which then takes its place. */
async function compile(root, quiet) {
  const dist = join(root, 'dist');
  const staging = join(root, '.habeas', `build-${process.pid}`);
  const config = join(root, '.habeas', `build-${process.pid}.json`);
  writeFileSync(config, JSON.stringify({ extends: '../tsconfig.build.json', compilerOptions: { outDir: staging, noEmitOnError: true } }));
  try {
    const nest = createRequire(import.meta.url).resolve('@nestjs/cli/bin/nest.js');
    await run([nest, 'build', '--path', relative(root, config)], root, quiet);
    for (const path of besideCode) {
      if (existsSync(join(root, path))) cpSync(join(root, path), join(staging, path), { recursive: true });
    }
    if (existsSync(dist)) renameSync(dist, `${staging}-old`);
    renameSync(staging, dist);
  } finally {
    for (const left of [config, staging, `${staging}-old`]) rmSync(left, { recursive: true, force: true });
  }
}

async function assets(root, quiet) {
  const script = join(root, 'scripts/assets.mjs');
  if (existsSync(script)) await run([script], root, quiet);
}

function run(args, cwd, quiet) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0 && said.trim() && !quiet) console.log(said.trim());
      return code === 0 ? done() : fail(new Error(`The build failed.\n${said.trim()}`));
    });
  });
}

/** One build at a time in one folder; a lock left by a process that is gone does not count. */
async function lock(root) {
  const file = join(root, '.habeas', 'build.lock');
  const mine = `${file}.${process.pid}`;
  mkdirSync(join(root, '.habeas'), { recursive: true });
  writeFileSync(mine, String(process.pid));
  try {
    while (!linked(mine, file)) {
      if (!alive(ownerOf(file))) rmSync(file, { force: true });
      else await new Promise((again) => setTimeout(again, 200));
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return () => rmSync(file, { force: true });
}

// A link appears with its content or not at all, so nobody reads a lock without an owner.
function linked(mine, file) {
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function ownerOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

function alive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const began = performance.now();
  try {
    const compiled = await build();
    if (compiled) console.log(`Built in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
