import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freshPostgres, postgresTemplate } from './postgres.js';

const ask = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
};

describe('a PostgreSQL database for one test', () => {
  it('is a real server and keeps two tests apart', async () => {
    const [mine, yours] = await Promise.all([freshPostgres(), freshPostgres()]);
    await ask(mine.url, 'CREATE TABLE seen (word text)');
    expect(await ask(yours.url, `SELECT to_regclass('seen') AS seen`)).toEqual([{ seen: null }]);
    await Promise.all([mine.close(), yours.close()]);
  });

  it('is filled once however many ask, and copied for each', async () => {
    let fills = 0;
    const fill = async (url: string): Promise<void> => {
      fills += 1;
      await ask(url, 'CREATE TABLE seen AS SELECT 1 AS n');
    };
    const names = await Promise.all([postgresTemplate('own_spec', fill), postgresTemplate('own_spec', fill)]);
    expect([fills, new Set(names).size]).toEqual([1, 1]);
    const copy = await freshPostgres(names[0]);
    expect(await ask(copy.url, 'SELECT n FROM seen')).toEqual([{ n: 1 }]);
    await copy.close();
  });
});
