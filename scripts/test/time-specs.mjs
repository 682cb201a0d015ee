// Specs whose result must not depend on the zone of the machine.
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const home = resolve(import.meta.dirname, '../..');
const spec = /\.spec\.tsx?$/;

/** Besides the zone of the machine, in which all specs run anyway. */
export const zones = ['UTC', 'Asia/Almaty', 'America/New_York'].filter((zone) => zone !== Intl.DateTimeFormat().resolvedOptions().timeZone);

/** Everything in src/kernel/time, and any spec named *.tz.spec.ts. */
export function timeSpecs(root = home) {
  return ['src', 'test']
    .flatMap((folder) => filesUnder(join(root, folder)))
    .map((file) => relative(root, file).replaceAll('\\', '/'))
    .filter((file) => (file.startsWith('src/kernel/time/') && spec.test(file)) || /\.tz\.spec\.tsx?$/.test(file))
    .sort();
}

/** Those of them that Jest arguments such as `src/kernel` would choose; none when the arguments are not plain paths. */
export function chosenTimeSpecs(args) {
  if (args.some((arg) => arg.startsWith('-'))) return [];
  return timeSpecs().filter((file) => args.length === 0 || args.some((arg) => file.includes(arg.replace(/^\.\//, ''))));
}

function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
