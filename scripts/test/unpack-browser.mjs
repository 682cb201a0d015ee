// Unpacks the Chromium that lies inside @sparticuz/chromium into the folder given as the only argument.
// A process of its own, because the package unpacks into the system's temporary folder and nowhere else.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [target] = process.argv.slice(2);
mkdirSync(target, { recursive: true });
process.env.TMPDIR = target;
const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
const home = join(dirname(entry), '..', '..');
const { inflate } = await import(pathToFileURL(join(home, 'build/esm/lambdafs.js')).href);
for (const part of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']) await inflate(join(home, 'bin', part));
