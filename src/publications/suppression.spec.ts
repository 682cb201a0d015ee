import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import highsModule from 'highs';
import type { PublishedCell } from './published-cell.js';
import { suppress } from './suppression.js';

/** A detained person with what tables count by. */
interface Detained {
  readonly person: string;
  readonly region: string;
  readonly sex: string;
  readonly outcome: string;
  readonly day: number;
}

type By = Exclude<keyof Detained, 'person' | 'day'>;

const K = 5;

/** A table with its totals; `upTo` counts who was detained by that day only. */
function table(name: string, all: readonly Detained[], rows: By, columns: By, upTo: number, isOut = false): PublishedCell[] {
  const counted = all.map((one, unit) => ({ ...one, unit })).filter(({ day }) => day <= upTo);
  const values = (by: By): (string | null)[] => [...new Set(all.map((one) => one[by])), null];
  return values(rows).flatMap((row) =>
    values(columns).map((column) => ({
      id: `${name}/${row ?? 'all'}/${column ?? 'all'}`,
      units: counted.filter((one) => (row === null || one[rows] === row) && (column === null || one[columns] === column)).map(({ unit }) => unit),
      ...{ threshold: K, isTotal: row === null || column === null, isOut },
    })),
  );
}

const people = (count: number, what: Omit<Detained, 'person' | 'day'>, day = 1): Detained[] =>
  Array.from({ length: count }, (_, n) => ({ person: `${what.region}${what.sex}${what.outcome}${day}-${n}`, day, ...what }));

const shownOf = (cells: readonly PublishedCell[], suppressed: ReadonlySet<string>): PublishedCell[] => cells.filter(({ id }) => !suppressed.has(id));

describe('figures that are left out', () => {
  const calm = [
    ...people(30, { region: 'Almaty', sex: 'm', outcome: 'fined' }),
    ...people(20, { region: 'Almaty', sex: 'f', outcome: 'fined' }),
    ...people(12, { region: 'Oral', sex: 'm', outcome: 'fined' }),
    ...people(9, { region: 'Oral', sex: 'f', outcome: 'fined' }),
  ];

  it('are none where every figure is large', async () => {
    const { suppressed } = await suppress(table('t', calm, 'region', 'sex', 9), calm.map(({ person }) => person));
    expect([...suppressed]).toEqual([]);
  });

  it('are more than the small one: a total minus the rest would tell it', async () => {
    const all = [...calm, ...people(2, { region: 'Aqtau', sex: 'f', outcome: 'fined' }), ...people(11, { region: 'Aqtau', sex: 'm', outcome: 'fined' })];
    const { suppressed, small } = await suppress(table('t', all, 'region', 'sex', 9), all.map(({ person }) => person));
    expect([...small]).toEqual(['t/Aqtau/f']);
    expect(suppressed.has('t/Aqtau/m')).toBe(true); // its row
    expect(suppressed.has('t/Oral/f') || suppressed.has('t/Almaty/f')).toBe(true); // its column
    expect(suppressed.has('t/all/all')).toBe(false);
  });

  it('are told by people, not by detentions: one person held nine times is one person', async () => {
    const nine = people(9, { region: 'Aqtau', sex: 'm', outcome: 'fined' }).map((one) => ({ ...one, person: 'the same' }));
    const all = [...calm, ...nine];
    const { small } = await suppress(table('t', all, 'region', 'sex', 9), all.map(({ person }) => person));
    expect([...small].sort()).toEqual(['t/Aqtau/all', 't/Aqtau/m']);
  });

  it('are figures that, held beside last week’s, would tell of a few', async () => {
    const later = [...calm, ...people(2, { region: 'Oral', sex: 'f', outcome: 'arrested' }, 8)];
    const before = table('last week', later, 'region', 'sex', 7, true);
    const now = table('now', later, 'region', 'sex', 9);
    const { suppressed, small } = await suppress([...before, ...now], later.map(({ person }) => person));
    expect(small.size).toBe(0); // eleven women in Oral is no small figure; that two are new is
    expect(suppressed.has('now/Oral/f')).toBe(true);
    expect(suppressed.has('now/all/all')).toBe(true);
  });
});

describe('a number nobody printed', () => {
  const [almaty, oral] = [people(30, { region: 'Almaty', sex: 'm', outcome: 'fined' }), people(20, { region: 'Oral', sex: 'm', outcome: 'fined' })];
  const figure = (id: string, all: readonly Detained[], test: (one: Detained) => boolean, isOut: boolean): PublishedCell => ({ id, units: all.flatMap((one, n) => (test(one) ? [n] : [])), threshold: K, isTotal: false, isOut });
  const of = (all: readonly Detained[], first: readonly string[]): PublishedCell[] => ['all', 'Almaty', 'Oral'].map((id) => figure(id, all, ({ region }) => id === 'all' || region === id, first.includes(id)));

  it.each([['the total', ['Almaty', 'Oral']], ['a part', ['all', 'Almaty']]] as const)('is worked out from three publications: %s comes last', async (_, first) => {
    const all = [...almaty, ...oral, ...people(2, { region: 'Aqtau', sex: 'm', outcome: 'fined' })];
    const { suppressed } = await suppress(of(all, first), all.map(({ person }) => person));
    expect([...suppressed]).toHaveLength(1); // 52 less 30 less 20 are the two of Aqtau
  });

  it('is one person’s, however often detained', async () => {
    const all = [...almaty, ...oral, ...people(9, { region: 'Aqtau', sex: 'm', outcome: 'fined' }).map((one) => ({ ...one, person: 'the same' }))];
    expect((await suppress(of(all, ['Almaty', 'Oral']), all.map(({ person }) => person))).suppressed.size).toBe(1);
  });

  it('may be worked out of many, and of what is out already', async () => {
    const many = [...almaty, ...oral, ...people(6, { region: 'Aqtau', sex: 'm', outcome: 'fined' })];
    expect((await suppress(of(many, ['Almaty', 'Oral']), many.map(({ person }) => person))).suppressed.size).toBe(0);
    const few = [...many.slice(0, -4), ...people(20, { region: 'Semey', sex: 'm', outcome: 'fined' })];
    const cells = [...of(few, ['all', 'Almaty', 'Oral']), figure('Semey', few, ({ region }) => region === 'Semey', true), figure('men', few, () => true, false)];
    expect((await suppress(cells, few.map(({ person }) => person))).suppressed.size).toBe(0);
  });
});

describe('a figure that only people cut in parts would make harmless', () => {
  // Found by chance: as quantities the sums may be far enough apart, as numbers of whole people they may not.
  const sizes = [3, 4, 1, 3, 2, 2, 3];
  const figures = [[0, 1, 3, 6], [1, 4, 5], [0, 2, 4, 5, 6], [1, 2, 3, 4], [0, 2, 3, 5]];
  const units = sizes.map((size, group) => Array.from({ length: size }, (_, n) => sizes.slice(0, group).reduce((sum, one) => sum + one, 0) + n));
  const cells = figures.map((groups, n): PublishedCell => ({ id: `f${n}`, units: groups.flatMap((group) => units[group] ?? []), threshold: 3, isTotal: false, isOut: false }));
  const sum = (groups: readonly number[], counts: readonly number[]): number => groups.reduce((total, group) => total + (counts[group] ?? 0), 0);

  /** Every world of whole people that gives these figures, one by one. */
  function worlds(stand: readonly (readonly number[])[], counts: readonly number[] = []): (readonly number[])[] {
    const left = stand.map((groups) => sum(groups, sizes) - sum(groups, counts));
    if (counts.length === sizes.length) return left.every((one) => one === 0) ? [counts] : [];
    const most = Math.min(8, ...stand.flatMap((groups, n) => (groups.includes(counts.length) ? (left[n] ?? 0) : [])));
    return Array.from({ length: most + 1 }, (_, count) => worlds(stand, [...counts, count])).flat();
  }

  /** The few people by which two figures differ, and who can be counted. */
  function told(stand: readonly (readonly number[])[]): string[] {
    const all = worlds(stand);
    const few = stand.flatMap((one) => stand.map((other) => one.filter((group) => !other.includes(group)))).filter((groups) => sum(groups, sizes) > 0 && sum(groups, sizes) < 3);
    const sums = few.map((groups) => all.map((counts) => sum(groups, counts)));
    return sums.flatMap((each, n) => (Math.max(...each) >= 3 && Math.max(...each) - Math.min(...each) >= 3 ? [] : [String(few[n])]));
  }

  it('is left out', async () => {
    expect(told(figures)).not.toEqual([]);
    const { suppressed } = await suppress(cells, Array.from({ length: sizes.reduce((total, one) => total + one, 0) }, (_, n) => `p${n}`));
    expect(suppressed.size).toBe(1);
    expect(told(figures.filter((_, n) => !suppressed.has(`f${n}`)))).toEqual([]);
  });
});

describe('somebody who holds all publications', () => {
  const one = fc.record({ region: fc.constantFrom('a', 'b', 'c'), sex: fc.constantFrom('f', 'm'), outcome: fc.constantFrom('x', 'y', 'z'), day: fc.integer({ min: 1, max: 2 }) });
  const crowd = fc.array(one, { minLength: 5, maxLength: 60 }).map((list) => list.map((each, n): Detained => ({ ...each, person: `p${n}` })));

  it('cannot solve their figures for a small number, or for a small difference between two publications', async () => {
    await fc.assert(
      fc.asyncProperty(crowd, async (all) => {
        const personOf = all.map(({ person }) => person);
        const first = [...table('1a', all, 'region', 'sex', 1), ...table('1b', all, 'region', 'outcome', 1)];
        const one = await suppress(first, personOf);
        const out = shownOf(first, one.suppressed).map((cell) => ({ ...cell, isOut: true }));
        const second = [...table('2a', all, 'region', 'sex', 2), ...table('2c', all, 'sex', 'outcome', 2)];
        const two = await suppress([...out, ...second], personOf);
        const stands = [...out, ...shownOf(second, two.suppressed)];
        const small = [...first.filter(({ id }) => one.small.has(id)), ...second.filter(({ id }) => two.small.has(id))];
        await attack(stands, [...small.map(({ id }) => id), ...grownByFew(stands)]);
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});

/** Who came into a figure between the two publications, where these are few: `+2a/row/column`. */
const grownByFew = (stands: readonly PublishedCell[]): string[] =>
  stands.flatMap(({ id, units }) => {
    const later = stands.find((other) => other.id === id.replace(/^1/, '2'));
    const more = later && later.id !== id ? later.units.length - units.length : 0;
    return more > 0 && more < K ? [`+${later?.id}`] : [];
  });

/** Written without the product's own rules: every combination of values may occur, whoever is counted on whichever day. */
async function attack(stands: readonly PublishedCell[], sought: readonly string[]): Promise<void> {
  const highs = await (highsModule as unknown as typeof highsModule.default)();
  const kinds = ['a', 'b', 'c'].flatMap((region) => ['f', 'm'].flatMap((sex) => ['x', 'y', 'z'].flatMap((outcome) => [1, 2].map((day) => ({ region, sex, outcome, day })))));
  const lies = (id: string, kind: (typeof kinds)[number]): boolean => {
    const [name = '', row, column] = id.replace('+', '').split('/');
    const [rows, columns] = ({ a: ['region', 'sex'], b: ['region', 'outcome'], c: ['sex', 'outcome'] } as const)[name.slice(1) as 'a' | 'b' | 'c'];
    return (id.startsWith('+') ? kind.day === 2 : kind.day <= Number(name[0])) && (row === 'all' || kind[rows] === row) && (column === 'all' || kind[columns] === column);
  };
  const sum = (id: string): string => kinds.flatMap((kind, n) => (lies(id, kind) ? [`x${n}`] : [])).join(' + ') || '0 x0';
  const rules = stands.map(({ id, units }, n) => ` c${n}: ${sum(id)} = ${units.length}`).join('\n');
  const extreme = (goal: string, id: string): number => {
    const text = `${goal}\n obj: ${sum(id)}\nSubject To\n${rules || ' c: x0 >= 0'}\nBounds\n${kinds.map((_, n) => ` 0 <= x${n} <= 1000`).join('\n')}\nGeneral\n ${kinds.map((_, n) => `x${n}`).join(' ')}\nEnd`;
    const answer = highs.solve(text);
    expect(answer.Status).toBe('Optimal');
    return Math.round(answer.ObjectiveValue);
  };
  for (const id of sought) {
    const [least, most] = [extreme('Minimize', id), extreme('Maximize', id)];
    expect({ id, told: `${least}-${most}`, safe: most >= K && most - least >= K }).toEqual({ id, told: `${least}-${most}`, safe: true });
  }
}
