import { createConnection, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Terminal, type Running } from '../launch/command-line.js';
import type { Answer, Client } from '../support/client.js';
import { freshPostgres, type TestDatabase } from '../support/postgres.js';
import { RealInstance } from '../support/real-instance.js';

/** The way to the database server, which can be cut and mended. */
class Way {
  private server: Server | null = null;
  private readonly sockets = new Set<Socket>();
  private port = 0;

  constructor(private readonly to: URL) {}

  async mend(): Promise<void> {
    this.server = createServer((here) => {
      const there = createConnection(Number(this.to.port || 5432), this.to.hostname);
      for (const [socket, other] of [[here, there], [there, here]] as const) {
        this.sockets.add(socket);
        socket.on('error', () => socket.destroy()).on('close', () => other.destroy());
      }
      here.pipe(there).pipe(here);
    }).listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  async cut(): Promise<void> {
    const closed = new Promise((done) => this.server?.close(done));
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
    await closed;
  }

  get url(): string {
    const url = new URL(this.to);
    [url.hostname, url.port] = ['127.0.0.1', String(this.port)];
    return url.href;
  }
}

describe('a team database that is gone for a while', () => {
  let terminal: Terminal;
  let database: TestDatabase;
  let way: Way;
  let running: Running;
  let aigerim: Client;
  beforeAll(async () => {
    terminal = new Terminal();
    database = await freshPostgres();
    way = new Way(new URL(database.url));
    await way.mend();
    const instance = await RealInstance.prepare(terminal, ['aigerim'], { HABEAS_DATABASE_URL: way.url });
    running = instance.serve();
    aigerim = instance.client('aigerim', await running.address());
  });
  afterAll(async () => {
    expect((await running.end()).code).toBe(0);
    terminal.leave();
    await way.cut();
    await database.close();
  });

  const record = (key: string): Promise<Answer<{ id: string; code: string }>> => aigerim.post('/api/v1/individuals', { names: [{ text: 'Айша', kind: 'full' }] }, { 'Idempotency-Key': key });
  const people = (): Promise<number> => ask<{ n: string }>('SELECT count(*) AS n FROM individual').then(([row]) => Number(row?.n));
  const ask = async <Row>(sql: string): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query(sql)).rows as Row[];
    } finally {
      await client.end();
    }
  };

  it('whose connections are ended amid work, refuses what it cannot keep and goes on', async () => {
    const all = Promise.all(Array.from({ length: 12 }, (_, n) => record(`amid-the-end-of-it-${n}`)));
    await ask('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()');
    const answers = await all;
    expect(running.err.split('\n').filter((line) => line.includes('request failed'))).toEqual([]);
    for (const { status, body } of answers) expect([201, 503]).toContain(status === 503 && body.code !== 'storage.unreachable' ? body.code : status);
    const again = [];
    for (let n = 0; n < 12; n += 1) again.push(await record(`amid-the-end-of-it-${n}`));
    expect(again.slice(-10).map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 201));
    for (let n = 0; n < 2; n += 1) expect((await record(`amid-the-end-of-it-${n}`)).status).toBe(201);
    expect(await people()).toBe(12);
  });

  it('that cannot be reached answers 503 with its code, on pages in words, and once it is back nothing has to be started anew', async () => {
    await way.cut();
    const refused = await record('while-it-is-away-1');
    expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([503, 'storage.unreachable', '30']);
    const page = await aigerim.page('/individuals');
    expect([page.status, page.text.includes('The database does not answer at this moment')]).toEqual([503, true]);
    await way.mend();
    const made = await record('while-it-is-away-1');
    expect(made.status).toBe(201);
    expect((await record('while-it-is-away-1')).body.id).toBe(made.body.id);
    expect((await aigerim.get(`/api/v1/individuals/${made.body.id}`)).status).toBe(200);
    expect(running.err).not.toMatch(/unhandled|Айша/i);
  });

  it('whose disk is full answers 507, and goes on when it is not', async () => {
    await ask(`CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$`);
    await ask('CREATE TRIGGER no_room BEFORE INSERT ON individual FOR EACH ROW EXECUTE FUNCTION no_room()');
    const [before, refused] = [await people(), await record('no-room-for-this-1')];
    expect([refused.status, refused.body.code, await people()]).toEqual([507, 'storage.full', before]);
    await ask('DROP TRIGGER no_room ON individual');
    expect((await record('no-room-for-this-1')).status).toBe(201);
  });
});
