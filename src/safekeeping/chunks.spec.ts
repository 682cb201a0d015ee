import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chunksOf, pack, readChunk, unpack, type Chunk } from './chunks.js';
import type { TablePlan } from './row-lines.js';

const plan: TablePlan = { name: 'thing', columns: [['id', 'text'], ['size', 'whole'], ['open', 'yesno'], ['words', 'text']], keys: ['id'] };

type Row = [string, number, boolean | number, string | null];
const rows = (count: number): Row[] => Array.from({ length: count }, (_, n) => [`id-${String(n * 7).padStart(8, '0')}`, n, n % 2 === 0, n % 3 === 0 ? null : `строка ${n}\nөкі`]);

async function* pagesOf(all: readonly Row[]): AsyncGenerator<unknown[][]> {
  for (let from = 0; from < all.length; from += 500) yield await Promise.resolve(all.slice(from, from + 500));
}

async function cut(all: readonly Row[]): Promise<Chunk[]> {
  const chunks: Chunk[] = [];
  for await (const chunk of chunksOf(plan, pagesOf(all), () => undefined)) chunks.push(chunk);
  return chunks;
}

describe('a table in chunks', () => {
  it('is the same rows again, whichever database counts yes as one', async () => {
    const all = rows(5_000);
    const asOther = all.map(([id, size, open, words]) => [id, String(size), Number(open), words] as unknown as Row);
    const chunks = await cut(all);
    expect(chunks.length).toBeGreaterThan(1);
    expect(await cut(asOther)).toEqual(chunks);
    const back = chunks.flatMap(({ text }) => readChunk(text).lines.map((line) => JSON.parse(line) as unknown));
    expect(back).toEqual(all);
  });

  it('changes by one or two of them when one row comes in between, wherever that is', async () => {
    const all = rows(20_000);
    const before = new Set((await cut(all)).map(({ text }) => text));
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: all.length - 1 }), async (place) => {
        const added = [...all.slice(0, place), [`${all[place]?.[0]}-a`, 1, true, null] as Row, ...all.slice(place)].sort((a, b) => (a[0] < b[0] ? -1 : 1));
        const fresh = (await cut(added)).filter(({ text }) => !before.has(text));
        expect(fresh.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 10 },
    );
  });

  it('of what a backup has no form for is not written at all', async () => {
    await expect(cut([['a', 1.5, true, null]])).rejects.toThrow();
    await expect(cut([['a', 1, true, 5 as unknown as string]])).rejects.toThrow();
  });

  it('packs and unpacks; what was not packed here is not unpacked', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => (await unpack(await pack(text))) === text), { numRuns: 50 });
    expect(await unpack(Buffer.from('nothing'))).toBeNull();
  });
});
