import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** One file of ours: its path from the project's folder, its lines and its text without comments. */
export interface Source {
  readonly path: string;
  readonly lines: number;
  readonly code: string;
  /** Files of the project that it imports, as paths like `src/kernel/time/public.ts`. */
  readonly imports: readonly string[];
  /** Packages that it imports. */
  readonly packages: readonly string[];
}

export const isSpec = (path: string): boolean => /\.spec\.tsx?$/.test(path);

/** TypeScript files under the folders; what runs in the browser is left out, it has rules of its own. */
export function sourcesUnder(...folders: string[]): Source[] {
  return folders.flatMap((folder) => filesUnder(folder)).filter((path) => !path.startsWith('src/web/islands/')).map(read);
}

/** Every file of the product's own, whatever its kind. */
export function filesUnder(folder: string, ending = /\.tsx?$/): string[] {
  const at = join(root, folder);
  if (!existsSync(at)) return [];
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

function read(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const code = withoutComments(text);
  const named = [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*(['"])([^'"\n]+)\1/g)].map((match) => match[2] ?? '');
  const own = named.filter((name) => name.startsWith('.'));
  return {
    path,
    lines: text.replace(/\n$/, '').split('\n').length,
    code,
    imports: own.map((name) => fileOf(normalize(join(dirname(path), name)))),
    packages: named.filter((name) => !name.startsWith('.')),
  };
}

/** `x.js` is written for what is `x.ts` or `x.tsx` on disk. */
function fileOf(path: string): string {
  const stem = path.replace(/\.js$/, '');
  return existsSync(join(root, `${stem}.tsx`)) ? `${stem}.tsx` : stem === path ? path : `${stem}.ts`;
}

function withoutComments(text: string): string {
  const kept = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/.source;
  const comment = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/.source;
  return text.replace(new RegExp(`(${kept})|${comment}`, 'g'), (_, literal: string | undefined) => literal ?? ' ');
}
