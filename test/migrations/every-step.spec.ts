import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { entities } from '../../src/app.entities.js';
import { migrateWith } from '../../src/kernel/crypto/public.js';
import { closeDatabase, guardedTables, openDatabase, type OpenDatabase } from '../../src/kernel/db/public.js';
import { databases, testRing } from '../support/database.js';
import { contentOf, fill, lostOf } from './fill.js';
import { inOrder as migrations } from './in-order.js';
import { placesOf, type Place, type Places } from './places.js';
import { changed } from './told.js';

/** Every step as a released version may have left it: a number of migrations from the first on. */
const steps = migrations.map((_, at) => at + 1);

/** From where it goes to the newest: on a server, where that takes seconds each time, from every fourth step and the last two. */
const leaps = { sqlite: steps, postgres: steps.filter((step) => step % 4 === 1 || step > steps.length - 2) };

describe.each(databases)('a database of any version, on %s', (name) => {
  let places: Places;
  beforeAll(() => {
    places = placesOf(name);
  });
  afterAll(() => places.leave());

  it('is brought up one step at a time, as by somebody who installs every version; and from each of them to the newest, empty and full of rows, loses nothing, and is guarded after every step', async () => {
    const ladder = await places.afresh();
    for (const step of steps) {
      await climb(ladder, step);
      if (!leaps[name].includes(step)) continue;
      const at = await places.copy(ladder);
      const old = await openDatabase({ at, entities, migrations: migrations.slice(0, step) });
      await fill(old.writer);
      const before = await contentOf(old.writer);
      await closeDatabase(old);

      const open = await openDatabase({ at, entities, migrations });
      await migrateWith(open, testRing);
      expect([step, lostOf(before, await contentOf(open.writer), new Set(Object.keys(changed)))]).toEqual([step, []]);
      await expectWhole(open);
      await closeDatabase(open);
      await places.end(at);
    }
    await places.end(ladder);
  }, 600_000);

  if (name === 'postgres') {
    it('is brought up once by several processes that start together', async () => {
      const at = await places.afresh();
      const all = await Promise.all([1, 2, 3].map(() => openDatabase({ at, entities, migrations })));
      await Promise.all(all.map((open) => migrateWith(open, testRing)));
      for (const open of all) await expectWhole(open);
      await Promise.all(all.map((open) => closeDatabase(open)));
      await places.end(at);
    });
  }
});

/** One more migration. */
async function climb(at: Place, step: number): Promise<void> {
  const open = await openDatabase({ at, entities, migrations: migrations.slice(0, step) });
  await migrateWith(open, testRing);
  await expectGuards(open);
  if (step === steps.at(-1)) await expectWhole(open);
  await closeDatabase(open);
}

async function expectGuards({ writer, dialect }: OpenDatabase): Promise<void> {
  const runner = writer.createQueryRunner();
  for (const table of guardedTables) {
    if (!(await runner.hasTable(table))) continue;
    expect([table, await dialect.guardsOn(runner, table)]).toEqual([table, expect.arrayContaining([`guard_${table}_delete`, `guard_${table}_update`])]);
  }
  await runner.release();
}

/** Guards, no drift, nothing pending, each migration noted once, and rows that point to rows. */
async function expectWhole(open: OpenDatabase): Promise<void> {
  await expectGuards(open);
  const drift = await open.writer.driver.createSchemaBuilder().log();
  expect(drift.upQueries.map(({ query }) => query)).toEqual([]);
  const noted = (await open.writer.query('SELECT name FROM migration ORDER BY id')) as { name: string }[];
  expect(noted.map((one) => one.name)).toEqual(migrations.map((one) => one.name));
  expect(await open.dialect.brokenReferences(open.writer)).toEqual([]);
}
