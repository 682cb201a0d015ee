import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardedTables } from '../../src/kernel/db/public.js';
import { databases, testDatabase, type TestDatabase } from '../support/database.js';

describe.each(databases)('the migrated schema on %s', (name) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase(name);
  });
  afterAll(() => database.close());

  it('differs from the entities by nothing', async () => {
    const difference = await database.open.writer.driver.createSchemaBuilder().log();
    expect(difference.upQueries.map((query) => query.query)).toEqual([]);
  });

  it('has every migration behind it', async () => {
    expect(await database.open.writer.showMigrations()).toBe(false);
  });

  it.each(guardedTables)('refuses to change or delete a row of %s', async (table) => {
    const runner = database.open.writer.createQueryRunner();
    const guards = await database.open.dialect.guardsOn(runner, table);
    expect(guards).toEqual(expect.arrayContaining([`guard_${table}_delete`, `guard_${table}_update`]));
    await runner.release();
  });
});
