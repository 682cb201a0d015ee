import { createServer, type IncomingMessage } from 'node:http';
import sqlite from 'better-sqlite3-multiple-ciphers';

/**
 * The least work that gives comparable answers: plain node:http, the same driver, an encrypted file and the same indexes, no
 * accounts, no reach, no audit log, nothing sealed, nothing checked. Run as its own process: `reference-server FILE KEY`.
 */
const [file = '', key = ''] = process.argv.slice(2);
const database = new sqlite(file);
database.pragma(`key = 'raw:${key}'`);
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');

const individual = database.prepare('SELECT * FROM individual WHERE id = ?');
const staysOf = database.prepare('SELECT * FROM detention WHERE individual_id = ? ORDER BY start_earliest');
const stay = database.prepare('SELECT * FROM detention WHERE id = ?');
const periodsOf = database.prepare('SELECT * FROM custody_period WHERE detention_id = ? ORDER BY start_earliest');
const eventsOf = database.prepare('SELECT * FROM detention_event WHERE detention_id = ? ORDER BY at_earliest');
const list = database.prepare('SELECT * FROM detention WHERE kind = ? ORDER BY start_earliest DESC, id DESC LIMIT 50');
const board = database.prepare(
  `SELECT c.*, d.reference, d.individual_id FROM deadline c JOIN detention d ON d.id = c.detention_id WHERE c.settled = '' ORDER BY c.due_earliest, c.id LIMIT 50`,
);
const addStay = database.prepare(
  'INSERT INTO detention (id, reference, individual_id, kind, region_code, start_earliest, ground) VALUES (?, ?, ?, ?, ?, ?, ?)',
);
const addPeriod = database.prepare(
  'INSERT INTO custody_period (id, detention_id, kind, account, start_earliest, end_latest) VALUES (?, ?, ?, ?, ?, ?)',
);

let made = 0;

async function answer(request: IncomingMessage): Promise<[string, string]> {
  const [, what = '', id = ''] = (request.url ?? '').split('?')[0]?.split('/') ?? [];
  if (request.method === 'POST') return ['application/json', JSON.stringify(record(JSON.parse(await bodyOf(request)) as Said))];
  if (what === 'individuals') {
    const stays = staysOf.all(id) as { id: string }[];
    return ['application/json', JSON.stringify({ individual: individual.get(id), detentions: stays.map(whole) })];
  }
  if (what === 'list') return ['application/json', JSON.stringify({ items: list.all(id) })];
  if (what === 'board') return ['application/json', JSON.stringify({ items: board.all() })];
  return ['text/html; charset=utf-8', page(whole(stay.get(id) as { id: string }))];
}

const whole = (row: { id: string }): Record<string, unknown> & { periods: object[]; events: object[] } => ({
  ...row,
  periods: periodsOf.all(row.id) as object[],
  events: eventsOf.all(row.id) as object[],
});

interface Said {
  individualId: string;
  kind: string;
  ground: string;
}

const record = database.transaction((said: Said) => {
  made += 1;
  const id = `made-${process.pid}-${made}`;
  const at = '2021-01-10T04:30:00.000Z';
  addStay.run(id, `D-${made}`, said.individualId, said.kind, 'KZ-75', at, said.ground);
  addPeriod.run(`${id}-p`, id, 'street_containment', 'observed', at, at);
  return { id };
});

const rows = (list: object[]): string =>
  list.map((row) => `<tr>${Object.values(row).map((value) => `<td>${String(value)}</td>`).join('')}</tr>`).join('');

const page = (one: { periods: object[]; events: object[] }): string =>
  `<!doctype html><title>Detention</title><h1>${String((one as Record<string, unknown>).reference)}</h1>` +
  `<table>${rows(one.periods)}</table><table>${rows(one.events)}</table>`;

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => resolve(text));
  });
}

const server = createServer((request, response) => {
  void answer(request).then(([type, body]) => {
    response.writeHead(200, { 'Content-Type': type });
    response.end(body);
  });
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }));
process.on('message', (message) => {
  if (message === 'memory') process.send?.({ memory: process.memoryUsage().rss });
});
