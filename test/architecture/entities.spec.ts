import { describe, expect, it } from '@jest/globals';
import { moduleOf } from './levels.js';
import { isSpec, sourcesUnder } from './sources.js';

const all = sourcesUnder('src', 'migrations', 'test', 'bench');

const entities = all
  .filter(({ path }) => path.endsWith('.entity.ts'))
  .flatMap(({ path, code }) =>
    [...code.matchAll(/@Entity\((?:[^()]|\([^()]*\))*\)[\s\S]*?\bclass\s+(\w+)/g)].map((match) => ({ path, name: match[1] ?? '' })),
  );

describe('the tables', () => {
  it('are reached from outside their module by its public.ts only', () => {
    const past = all
      .filter(({ path }) => !(isSpec(path) && path.startsWith('src/')))
      .flatMap(({ path, imports }) =>
        imports
          .filter((to) => to.endsWith('.entity.ts') && !(path.startsWith('src/') && moduleOf(path) === moduleOf(to)))
          .map((to) => `${path} -> ${to}`),
      );
    expect(past).toEqual([]);
  });

  it('are all known to the application, so that the check against the migrations sees each of them', () => {
    const listed = all.find(({ path }) => path === 'src/app.entities.ts')?.code ?? '';
    expect(entities.length).toBeGreaterThan(20);
    expect(entities.filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(listed)).map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
  });

  it('are built by migrations that know no entity and no module, so that an old step never changes its meaning', () => {
    const bound = all
      .filter(({ path }) => path.startsWith('migrations/'))
      .flatMap(({ path, imports }) => imports.filter((to) => to.startsWith('src/') && !/^src\/kernel\/[a-z-]+\/public\.ts$/.test(to)).map((to) => `${path} -> ${to}`));
    expect(bound).toEqual([]);
  });
});
