// Builds what browsers load: every island and style sheet, small, under a name that changes with its content.
// Run as `node scripts/assets.mjs [FOLDER]`; the folder is dist/public unless said otherwise.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { build } from 'esbuild';

const home = resolve(import.meta.dirname, '..');
const target = resolve(process.argv[2] ?? join(home, 'dist/public'));

/** Only these begin a script of their own; the other files in the folder are their parts. */
const islands = ['enhance.ts', 'passkey.ts'];

async function made(path, options) {
  const { outputFiles } = await build({ entryPoints: [path], minify: true, write: false, legalComments: 'none', logLevel: 'warning', ...options });
  return outputFiles[0].contents;
}

async function all() {
  const styles = join(home, 'src/web/styles');
  const files = {};
  for (const name of readdirSync(styles)) {
    const path = join(styles, name);
    files[name] = extname(name) === '.css' ? await made(path, { target: 'chrome109' }) : readFileSync(path);
  }
  for (const name of islands) {
    const options = { bundle: true, format: 'iife', target: 'es2020', charset: 'utf8' };
    files[`${basename(name, '.ts')}.js`] = await made(join(home, 'src/web/islands', name), options);
  }
  return files;
}

const files = await all();
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const manifest = {};
for (const [name, content] of Object.entries(files)) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  manifest[name] = `${basename(name, extname(name))}.${hash}${extname(name)}`;
  writeFileSync(join(target, manifest[name]), content);
}
writeFileSync(join(target, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
