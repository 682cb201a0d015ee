import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import highsModule from 'highs';
import type { CountedStay } from './counted-stays.js';
import { AllAlike } from './hide-shared-fates.js';
import { ALL } from './laid-keys.js';
import { NamingTells } from './naming-tells.js';
import type { TablePlan } from './publication.entity.js';
import { publishedTables, type Frozen, type PublishedTable } from './published-tables.js';

const dimensions = ['region', 'sex', 'outcome', 'lawyer'];

const group = (count: number, region: string, sex: string, outcome: string, lawyer = ''): CountedStay[] =>
  Array.from({ length: count }, (_, n) => ({ id: `${region}${sex}${outcome}${lawyer}${n}`, person: `${region}${sex}${outcome}${lawyer}${n}`, mayBeNamed: false, members: [region, sex, outcome, lawyer] }));

const publish = (stays: readonly CountedStay[], tables: readonly TablePlan[], out: readonly Frozen[] = [], named: readonly string[] = []) =>
  publishedTables(stays, { reference: `P${out.length}`, tables, dimensions, threshold: 5, named }, out);

const byRegion = { rows: 'region', columns: 'outcome' };

describe('a group that shares a fate', () => {
  it('is not told of: neither that all were fined, nor that none was released', async () => {
    const stays = [...group(12, 'Oral', 'm', 'fined'), ...group(20, 'Almaty', 'm', 'fined'), ...group(15, 'Almaty', 'm', 'released')];
    const [table] = (await publish(stays, [byRegion])).tables;
    expect(table?.figures.Oral).toEqual({ fined: null, released: null, [ALL]: 12 });
    expect(table?.figures[ALL]).toEqual({ fined: 32, released: 15, [ALL]: 47 });
    expect(Object.values(table?.figures.Almaty ?? {}).filter((figure) => figure === null)).toHaveLength(2);
  });

  it('is told of where fates differ, and where nobody knows', async () => {
    const mixed = [...group(12, 'Oral', 'm', 'fined'), ...group(6, 'Oral', 'f', 'released'), ...group(9, 'Almaty', 'm', 'fined'), ...group(9, 'Almaty', 'f', 'released')];
    expect((await publish(mixed, [byRegion])).tables[0]?.figures.Oral).toEqual({ fined: 12, released: 6, [ALL]: 18 });
    const unknown = [...group(12, 'Oral', 'm', ''), ...group(9, 'Almaty', 'm', 'fined'), ...group(9, 'Almaty', 'm', 'released')];
    expect((await publish(unknown, [byRegion])).tables[0]?.figures.Oral?.['']).toBe(12);
  });

  it('is everybody: then there is nothing to print', async () => {
    await expect(publish(group(30, 'Oral', 'm', 'fined'), [{ rows: 'outcome', columns: null }])).rejects.toThrow(AllAlike);
    expect((await publish(group(30, 'Oral', 'm', 'fined'), [{ rows: 'region', columns: null }])).tables[0]?.figures.Oral?.[ALL]).toBe(30);
  });

  it('is found through two tables of which each alone is safe', async () => {
    // Every woman was released and Oral detained only women: by region and by sex nothing is shared but through both.
    const stays = [...group(10, 'Oral', 'f', 'released'), ...group(10, 'Almaty', 'f', 'released'), ...group(8, 'Oral', 'm', 'fined'), ...group(12, 'Almaty', 'm', 'fined'), ...group(7, 'Almaty', 'm', 'released')];
    const { tables } = await publish(stays, [byRegion, { rows: 'sex', columns: 'outcome' }]);
    expect([tables[1]?.figures.f?.released, tables[1]?.figures.f?.fined]).toEqual([null, null]);
  });

  it('is no secret of who is named in public with their leave', async () => {
    const named = group(12, 'Oral', 'm', 'fined');
    const stays = [...named, ...group(20, 'Almaty', 'm', 'fined'), ...group(15, 'Almaty', 'm', 'released')];
    expect((await publish(stays, [byRegion], [], named.map(({ person }) => person))).tables[0]?.figures.Oral?.fined).toBe(12);
  });
});

describe('a name in a later publication', () => {
  const naming = async (first: readonly CountedStay[], tables: readonly TablePlan[], named: readonly CountedStay[]) => {
    const { frozen } = await publish(first, tables);
    return publish(first, [{ rows: 'sex', columns: null }], [frozen], named.map(({ person }) => person));
  };

  it('is refused where the others it was counted with are few', async () => {
    const oral = group(5, 'Oral', 'm', '');
    const all = [...oral, ...group(30, 'Almaty', 'm', '')];
    await expect(naming(all, [{ rows: 'region', columns: null }], oral.slice(0, 1))).rejects.toThrow(NamingTells);
    await expect(naming(all, [{ rows: 'region', columns: null }], all.slice(5, 9))).resolves.toBeDefined();
    await expect(naming(all, [{ rows: 'region', columns: null }], oral)).resolves.toBeDefined();
  });

  it('is refused where the others share a fate', async () => {
    const [fined, released] = [group(12, 'Oral', 'm', 'fined'), group(6, 'Oral', 'm', 'released')];
    const all = [...fined, ...released, ...group(9, 'Almaty', 'm', 'fined'), ...group(9, 'Almaty', 'm', 'released')];
    await expect(naming(all, [byRegion], released)).rejects.toThrow(NamingTells);
    await expect(naming(all, [byRegion], released.slice(0, 1))).resolves.toBeDefined();
  });
});

describe('somebody who holds all publications and knows who is counted', () => {
  const one = fc.record({ region: fc.constantFrom('a', 'b', 'c'), sex: fc.constantFrom('f', 'm'), like: fc.nat(9), outcome: fc.constantFrom('x', 'y', 'z', ''), lawyer: fc.constantFrom('denied', 'seen'), day: fc.integer({ min: 1, max: 2 }) });
  // Mostly as it went for the others of the region and sex, so that groups share a fate.
  const crowd = fc.tuple(fc.array(one, { minLength: 10, maxLength: 70 }), fc.array(fc.constantFrom('x', 'y', 'z'), { minLength: 6, maxLength: 6 })).map(([list, usual]) =>
    list.map(({ region, sex, like, outcome, lawyer, day }, n): CountedStay & { day: number } => ({ id: `s${n}`, person: `p${n}`, mayBeNamed: false, day, members: [region, sex, like < 9 ? (usual['abc'.indexOf(region) * 2 + 'fm'.indexOf(sex)] ?? '') : outcome, lawyer] })),
  );

  it('learns of nobody for certain what befell them', async () => {
    let attacked = 0;
    await fc.assert(
      fc.asyncProperty(crowd, async (all) => {
        const tables: PublishedTable[][] = [];
        try {
          const first = await publish(all.filter(({ day }) => day === 1), [byRegion, { rows: 'outcome', columns: 'lawyer' }]);
          tables.push(first.tables);
          tables.push((await publish(all, [{ rows: 'sex', columns: 'outcome' }, byRegion, { rows: 'region', columns: 'sex' }], [first.frozen])).tables);
        } catch (error) {
          if (!(error instanceof AllAlike)) throw error; // refused: it is not out
        }
        if (tables.length > 0) attacked += await attack(tables, all);
      }),
      { numRuns: 15 },
    );
    expect(attacked).toBeGreaterThan(50);
  }, 120_000);
});

const kinds = ['a', 'b', 'c'].flatMap((region) => ['f', 'm'].flatMap((sex) => ['x', 'y', 'z', ''].flatMap((outcome) => ['denied', 'seen'].flatMap((lawyer) => [1, 2].map((day) => ({ region, sex, outcome, lawyer, day }))))));
type Kind = (typeof kinds)[number];

/**
 * Written without the product's own rules, from what is printed: any number of people may be of any kind, a row or column that
 * is not printed holds nobody. Then for all who are alike in everything but one thing and share that: must they?
 */
async function attack(publications: readonly (readonly PublishedTable[])[], all: readonly (CountedStay & { day: number })[]): Promise<number> {
  const highs = await (highsModule as unknown as typeof highsModule.default)();
  const sum = (test: (kind: Kind) => boolean): string => kinds.flatMap((kind, n) => (test(kind) ? [`x${n}`] : [])).join(' + ') || '0 x0';
  const rules = publications.flatMap((tables, n) =>
    tables.flatMap(({ rows, columns, rowKeys, columnKeys, figures }) => {
      const counted = (kind: Kind): boolean => kind.day <= n + 1;
      const of = (kind: Kind, dimension: string): string => String(kind[dimension as keyof Kind]);
      const printed = Object.entries(figures).flatMap(([row, line]) =>
        Object.entries(line).flatMap(([column, figure]) => (figure === null ? [] : [`${sum((kind) => counted(kind) && (row === ALL || of(kind, rows) === row) && (columns === null || column === ALL || of(kind, columns) === column))} = ${figure}`])),
      );
      const absent = sum((kind) => counted(kind) && (!rowKeys.includes(of(kind, rows)) || (columns !== null && !columnKeys.includes(of(kind, columns)))));
      return [...printed, `${absent} = 0`];
    }),
  );
  const last = publications.length;
  let attacked = 0;
  for (const fate of ['outcome', 'lawyer'] as const) {
    if (!publications.flat().some(({ rows, columns }) => rows === fate || columns === fate)) continue;
    const groups = new Map<string, Kind[]>();
    for (const { members: [region = '', sex = '', outcome = '', lawyer = ''], day } of all.filter((stay) => stay.day <= last)) {
      const kind = { region, sex, outcome, lawyer, day };
      const key = JSON.stringify({ ...kind, [fate]: null });
      groups.set(key, [...(groups.get(key) ?? []), kind]);
    }
    for (const [key, alike] of groups) {
      const [shared, ...others] = new Set(alike.map((kind) => kind[fate]));
      if (!shared || others.length > 0) continue;
      const goal = sum((kind) => JSON.stringify({ ...kind, [fate]: null }) === key && kind[fate] !== shared);
      const text = `Maximize\n obj: ${goal}\nSubject To\n${rules.map((rule, n) => ` c${n}: ${rule}`).join('\n')}\nBounds\n${kinds.map((_, n) => ` 0 <= x${n} <= 1000`).join('\n')}\nGeneral\n ${kinds.map((_, n) => `x${n}`).join(' ')}\nEnd`;
      const answer = highs.solve(text);
      expect({ key, shared, status: answer.Status, other: Math.round(answer.ObjectiveValue) >= 1 }).toEqual({ key, shared, status: 'Optimal', other: true });
      attacked += 1;
    }
  }
  return attacked;
}
