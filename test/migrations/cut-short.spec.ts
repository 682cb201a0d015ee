import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { entities } from '../../src/app.entities.js';
import { migrateWith } from '../../src/kernel/crypto/public.js';
import { closeDatabase, openDatabase, type OpenDatabase } from '../../src/kernel/db/public.js';
import { databases, testRing } from '../support/database.js';
import { contentOf, fill, lostOf } from './fill.js';
import { inOrder as migrations } from './in-order.js';
import { placesOf, type Place, type Places } from './places.js';
import { changed } from './told.js';

/** The newest ones, whatever they are by then, and an old one that touches many tables; with the statements of it that are let through. */
const cuts = [
  { number: 12, statements: 9 },
  { number: migrations.length - 1, statements: 1 },
  { number: migrations.length, statements: 2 },
];

describe.each(databases)('a migration that is cut short by a kill, on %s', (name) => {
  let places: Places;
  beforeAll(() => {
    places = placesOf(name);
  });
  afterAll(() => places.leave());

  const at = async <T>(place: Place, upTo: number, task: (open: OpenDatabase) => Promise<T>): Promise<T> => {
    const open = await openDatabase({ at: place, entities, migrations: migrations.slice(0, upTo) });
    try {
      return await task(open);
    } finally {
      await closeDatabase(open);
    }
  };
  const noted = async ({ writer }: OpenDatabase): Promise<number> => ((await writer.query('SELECT name FROM migration')) as unknown[]).length;

  it.each(name === 'sqlite' ? cuts : cuts.slice(-1))('leaves migration $number undone as a whole, and the next start does it', async ({ number, statements }) => {
    const place = await places.afresh();
    const before = await at(place, number - 1, async (open) => {
      await migrateWith(open, testRing);
      await fill(open.writer);
      return contentOf(open.writer);
    });
    const script = join(import.meta.dirname, 'half-way.mjs');
    const killed = spawnSync(process.execPath, [script, JSON.stringify(place), String(number), String(statements)], { encoding: 'utf8', env: { PATH: process.env.PATH ?? '' } });
    expect([killed.signal, killed.stdout, killed.stderr]).toEqual(['SIGKILL', '', '']);

    await at(place, number - 1, async (open) => {
      expect(await noted(open)).toBe(number - 1);
      expect(await contentOf(open.writer)).toEqual(before);
    });
    await at(place, migrations.length, async (open) => {
      await migrateWith(open, testRing);
      expect(await noted(open)).toBe(migrations.length);
      expect(lostOf(before, await contentOf(open.writer), new Set(Object.keys(changed)))).toEqual([]);
      expect((await open.writer.driver.createSchemaBuilder().log()).upQueries).toEqual([]);
    });
    await places.end(place);
  });
});
