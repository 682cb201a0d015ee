import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyChain } from '../../src/audit/public.js';
import { rowsOf, type OpenDatabase } from '../../src/kernel/db/public.js';
import { OnceKey } from '../../src/kernel/record/public.js';
import { Terminal } from '../launch/command-line.js';
import type { Client } from '../support/client.js';
import { databases } from '../support/database.js';
import { freshPostgres, type TestDatabase } from '../support/postgres.js';
import { RealInstance } from '../support/real-instance.js';

const rounds = { sqlite: 3, postgres: 2 } as const;
const CLIENTS = 6;

/** What several clients were told before the server was gone, and what they asked in vain. */
interface Told {
  /** Idempotency-Key to the record that was acknowledged. */
  readonly recorded: Map<string, string>;
  readonly unanswered: Set<string>;
  /** Records that were shown, as often as they were. */
  readonly shown: string[];
  /** Answers that should not have been. */
  readonly wrong: string[];
}

const person = (key: string): object => ({ names: [{ text: `Сапаров ${key}`, kind: 'full' }], notes: 'взят у площади' });

/** The power goes, again and again, while people work: whatever was answered is there, once, and nothing was shown unseen. */
describe.each(databases)('a server that is killed amid work, on %s', (name) => {
  let terminal: Terminal;
  let instance: RealInstance;
  let team: TestDatabase | null = null;
  const told: Told = { recorded: new Map(), unanswered: new Set(), shown: [], wrong: [] };
  beforeAll(async () => {
    terminal = new Terminal();
    team = name === 'postgres' ? await freshPostgres() : null;
    instance = await RealInstance.prepare(terminal, ['aigerim', 'bolat'], team ? { HABEAS_DATABASE_URL: team.url } : {});
  });
  afterAll(async () => {
    terminal.leave();
    await team?.close();
  });

  const work = async (client: Client, mark: string): Promise<void> => {
    for (let n = 0; ; n += 1) {
      const key = `${mark}-person-${n}`;
      told.unanswered.add(key);
      const made = await client.post<{ id: string }>('/api/v1/individuals', person(key), { 'Idempotency-Key': key });
      if (made.status !== 201) told.wrong.push(`${key}: ${made.status}`);
      told.recorded.set(key, made.body.id);
      told.unanswered.delete(key);
      const read = await client.get(`/api/v1/individuals/${made.body.id}`);
      if (read.status === 200) told.shown.push(made.body.id);
    }
  };

  it('is killed several times, each time at another moment of the work', async () => {
    for (let round = 0; round < rounds[name]; round += 1) {
      const running = instance.serve();
      const client = instance.client('aigerim', await running.address());
      const [before, wanted] = [told.recorded.size, 8 + round * 9];
      const all = Promise.allSettled(Array.from({ length: CLIENTS }, (_, n) => work(client, `r${round}c${n}`)));
      while (told.recorded.size < before + wanted) await new Promise((again) => setTimeout(again, 1));
      running.child.kill('SIGKILL');
      await all;
      await running.over();
    }
    expect(told.recorded.size).toBeGreaterThanOrEqual(8 + 17);
    expect(told.wrong).toEqual([]);
    expect(told.unanswered.size).toBeGreaterThan(0);
  });

  const asked = async <T>(ask: (database: OpenDatabase) => Promise<T>): Promise<T> => {
    const opened = await instance.open();
    try {
      return await ask(opened.ground.database);
    } finally {
      await opened.close();
    }
  };
  const entries = async ({ reader }: OpenDatabase, act: string): Promise<Map<string, number>> => {
    const rows = (await reader.query(`SELECT record_id AS id, count(*) AS n FROM audit_entry WHERE act = '${act}' GROUP BY record_id`)) as { id: string; n: number | string }[];
    return new Map(rows.map(({ id, n }) => [id, Number(n)]));
  };

  it('has every record it acknowledged once, whole, in a log that holds', async () => {
    await asked(async (database) => {
      expect(await verifyChain(database.reader.manager)).toMatchObject({ firstFault: null });
      const recorded = await entries(database, 'individual.recorded');
      expect([...told.recorded.values()].filter((id) => recorded.get(id) !== 1)).toEqual([]);
      const kept = await rowsOf(database.reader.manager, OnceKey, 'WHERE r.record_id IS NOT NULL');
      expect(new Map(kept.filter(({ key }) => told.recorded.has(key)).map(({ key, recordId }) => [key, recordId]))).toEqual(told.recorded);
      const [rows] = (await database.reader.query(
        `SELECT (SELECT count(*) FROM individual) AS people, (SELECT count(*) FROM record_version WHERE kind = 'individual') AS versions`,
      )) as { people: number | string; versions: number | string }[];
      expect([Number(rows?.people), Number(rows?.versions)]).toEqual([kept.length, kept.length]);
      expect(recorded.size).toBe(kept.length);
    });
  });

  it('showed nobody anything that is not in the log', async () => {
    const shown = new Map<string, number>();
    for (const id of told.shown) shown.set(id, (shown.get(id) ?? 0) + 1);
    expect(shown.size).toBeGreaterThan(5); // how many depends on the moment of the kill
    const seen = await asked((database) => entries(database, 'individual.seen'));
    expect([...shown].filter(([id, times]) => (seen.get(id) ?? 0) < times)).toEqual([]);
  });

  it('makes no double of what is sent again, answered before or not', async () => {
    const running = instance.serve();
    const client = instance.client('aigerim', await running.address());
    const again = async (key: string): Promise<string> =>
      (await client.post<{ id: string }>('/api/v1/individuals', person(key), { 'Idempotency-Key': key })).body.id;
    for (const [key, id] of [...told.recorded].slice(-20)) expect([key, await again(key)]).toEqual([key, id]);
    for (const key of told.unanswered) expect(await again(key)).toBe(await again(key));
    expect((await running.end()).code).toBe(0);
    await asked(async (database) => {
      const kept = await rowsOf(database.reader.manager, OnceKey, 'WHERE r.record_id IS NOT NULL');
      const [row] = (await database.reader.query('SELECT count(*) AS n FROM individual')) as { n: number | string }[];
      expect([Number(row?.n), kept.length]).toEqual([told.recorded.size + told.unanswered.size, told.recorded.size + told.unanswered.size]);
    });
  });
});

/** No test has a small disk of its own everywhere; every process can be given a limit to the size of its files, which the system enforces. */
describe('a server whose files may not grow any more', () => {
  it('answers that there is no room, lives on, and has kept all it acknowledged and nothing else', async () => {
    const terminal = new Terminal();
    try {
      const instance = await RealInstance.prepare(terminal, ['aigerim']);
      const most = Math.ceil((statSync(join(instance.folder, 'habeas.db')).size + 300_000) / 512);
      const running = instance.serve([], `ulimit -f ${most}`);
      const address = await running.address();
      const client = instance.client('aigerim', address);
      const kept = new Map<string, string>();
      let refused = { status: 0, body: {} as { code?: string } };
      for (let n = 0; refused.status === 0 && n < 400; n += 1) {
        const made = await client.post<{ id: string; code?: string }>('/api/v1/individuals', { ...person(`${n}`), notes: 'Свидетель видел автобус у площади. '.repeat(200) }, { 'Idempotency-Key': `small-disk-${n}` });
        if (made.status === 201) kept.set(made.body.id, `${n}`);
        else refused = made;
      }
      expect([refused.status, refused.body.code]).toEqual([507, 'storage.full']);
      expect(kept.size).toBeGreaterThan(0);
      expect(await (await fetch(`${address}/healthz`)).json()).toMatchObject({ live: true });
      expect((await running.end('SIGKILL')).code).not.toBe(0);
      const opened = await instance.open();
      const { manager } = opened.ground.database.reader;
      const rows = (await manager.query('SELECT id FROM individual')) as { id: string }[];
      expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(kept.keys()));
      expect(await verifyChain(manager)).toMatchObject({ firstFault: null });
      await opened.close();
    } finally {
      terminal.leave();
    }
  });
});
