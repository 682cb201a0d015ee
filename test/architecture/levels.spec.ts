import { describe, expect, it } from '@jest/globals';
import { levels, moduleOf, otherDoors } from './levels.js';
import { isSpec, sourcesUnder, type Source } from './sources.js';

const sources = sourcesUnder('src').filter(({ path }) => !isSpec(path));

/** What is wrong with each import, as `file -> imported: reason`. */
const faults = (reason: (from: Source, to: string) => string | null): string[] =>
  sources.flatMap((from) =>
    from.imports.flatMap((to) => {
      const why = reason(from, to);
      return why ? [`${from.path} -> ${to}: ${why}`] : [];
    }),
  );

describe('the levels of the modules', () => {
  it('reads the sources at all', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.some(({ imports }) => imports.length > 0)).toBe(true);
  });

  it('gives every folder of src a level', () => {
    expect([...new Set(sources.map(({ path }) => moduleOf(path)))].filter((name) => levels[name] === undefined)).toEqual([]);
  });

  it('imports from a lower level only, so that no two modules can ever need each other', () => {
    const upward = faults((from, to) => {
      // The list of migrations is data for whoever opens the database.
      if (to === 'migrations/index.ts' && moduleOf(from.path) === 'launch') return null;
      if (!to.startsWith('src/')) return 'outside of src';
      const [here, there] = [moduleOf(from.path), moduleOf(to)];
      if (here === there) return null;
      return (levels[there] ?? Infinity) < (levels[here] ?? -1) ? null : `level ${levels[here]} may not need level ${levels[there]}`;
    });
    expect(upward).toEqual([]);
  });

  it('enters another module by its public.ts only', () => {
    const past = faults((from, to) => {
      const [here, there] = [moduleOf(from.path), moduleOf(to)];
      if (here === there || there === 'app' || otherDoors.includes(to)) return null;
      const door = there === 'kernel' || there === 'web' ? /^src\/(kernel|web)\/(?:[a-z-]+\/)?public\.ts$/ : /^src\/[a-z-]+\/public\.ts$/;
      return door.test(to) ? null : 'not a door';
    });
    expect(past).toEqual([]);
  });

  it('does not go out of its own door to come in again', () => {
    const around = faults((from, to) => {
      const own = from.path.split('/').slice(0, from.path.startsWith('src/kernel/') ? 3 : 2).join('/');
      return to === `${own}/public.ts` && from.path !== to ? 'its own public.ts' : null;
    });
    expect(around).toEqual([]);
  });
});

describe('the folders of the kernel', () => {
  const folderOf = (path: string): string | null => /^src\/kernel\/([a-z-]+)\//.exec(path)?.[1] ?? null;

  it('enter each other by public.ts only', () => {
    const past = faults((from, to) => {
      const [here, there] = [folderOf(from.path), folderOf(to)];
      if (!here || !to.startsWith('src/kernel/') || here === there) return null;
      return there && to.endsWith('/public.ts') ? null : 'not a door';
    });
    expect(past).toEqual([]);
  });

  it('never need each other in a ring', () => {
    const needs = new Map<string, Set<string>>();
    for (const { path, imports } of sources) {
      const here = folderOf(path);
      const others = imports.map(folderOf).filter((there): there is string => there !== null && there !== here);
      if (here) needs.set(here, new Set([...(needs.get(here) ?? []), ...others]));
    }
    expect(ringIn(needs)).toEqual([]);
  });
});

/** What is left when everything that needs nothing more is taken away, again and again: the rings. */
function ringIn(needs: Map<string, Set<string>>): string[] {
  const left = new Map([...needs].map(([name, others]) => [name, new Set([...others].filter((other) => needs.has(other)))]));
  for (;;) {
    const free = [...left].find(([, others]) => others.size === 0)?.[0];
    if (free === undefined) return [...left].map(([name, others]) => `${name} needs ${[...others].join(', ')}`);
    left.delete(free);
    for (const others of left.values()) others.delete(free);
  }
}
