import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../kernel/errors/public.js';

/** What `habeas lock` and `habeas unlock` say to the server that runs. */
export interface Orders {
  lock(): void | Promise<void>;
  /** @throws Problem */
  unlock(body: Readonly<Record<string, unknown>>): Promise<object>;
}

/** Where the server on a data folder is reached from this machine, and the secret that shows it was read there. */
export interface ControlNote {
  readonly port: number;
  readonly secret: string;
}

export const controlNoteIn = (folder: string): string => join(folder, 'control.json');

const LARGEST = 16 * 1024;

/**
 * A door for this machine only: it listens on loopback, on a port of its own, and asks for a secret that stands in a file of the
 * data folder which only its owner reads.
 */
export class Control {
  private constructor(
    private readonly server: Server,
    private readonly folder: string,
  ) {}

  static async listen(folder: string, orders: Orders): Promise<Control> {
    const secret = randomBytes(32).toString('hex');
    const server = createServer((request, response) => void answer(request, response, secret, orders));
    server.headersTimeout = 5000;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    server.unref();
    const note: ControlNote = { port: (server.address() as AddressInfo).port, secret };
    rmSync(controlNoteIn(folder), { force: true });
    writeFileSync(controlNoteIn(folder), JSON.stringify(note), { mode: 0o600, flag: 'wx' });
    return new Control(server, folder);
  }

  close(): void {
    rmSync(controlNoteIn(this.folder), { force: true });
    this.server.close();
    this.server.closeAllConnections();
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, secret: string, orders: Orders): Promise<void> {
  const say = (status: number, body: object): void => void response.writeHead(status, { 'Content-Type': 'application/json', Connection: 'close' }).end(JSON.stringify(body));
  try {
    if (!isSecret(request.headers.authorization ?? '', secret)) return say(403, { code: 'access.refused' });
    const body = await read(request);
    if (request.method === 'POST' && request.url === '/lock') {
      await orders.lock();
      return say(200, { state: 'locked' });
    }
    if (request.method === 'POST' && request.url === '/unlock') return say(200, await orders.unlock(body));
    say(404, { code: 'not_found' });
  } catch (error) {
    if (error instanceof Problem) say(error.status, { code: error.code, params: error.detail.params ?? {} });
    else say(500, { code: 'server.failed', sentence: error instanceof Error && error.name === 'LaunchRefused' ? error.message : null });
  }
}

function isSecret(given: string, secret: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(`Bearer ${secret}`)];
  return one.length === other.length && timingSafeEqual(one, other);
}

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const piece of request) {
    text += String(piece);
    if (text.length > LARGEST) throw new Problem('body.too_large', { status: 413 });
  }
  try {
    return JSON.parse(text || '{}') as Record<string, unknown>;
  } catch {
    throw new Problem('body.unreadable', { status: 400 });
  }
}
