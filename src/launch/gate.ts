import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { LocksServer, type LockOrder, type Opened } from '../kernel/gate/public.js';
import type { Settings } from '../kernel/settings/public.js';
import type { Inside } from './inside.js';

/** How long the answer to the one who locked may take before its connection is cut too. */
const ANSWER_MS = 500;

/**
 * The one that listens. While it is open requests go on to the application; while it is locked they go to the locked site,
 * which answers 423. Locking is a change of one field, so it holds from the next request on.
 */
export class Gate extends LocksServer {
  readonly server: Server;
  private inside: Inside | null = null;
  private locking: Promise<void> = Promise.resolve();
  private readonly connections = new Set<Socket>();
  /** Called when the gate has been shut, before anything else happens. */
  onLock: () => void = () => {};

  constructor(private readonly lockedSite: RequestListener) {
    super();
    this.server = createServer((request, response) => this.pass(request, response));
    this.server.headersTimeout = 15_000;
    // A film over a slow line takes long; nothing of it lies in memory meanwhile.
    this.server.requestTimeout = 30 * 60_000;
    this.server.on('connection', (socket) => {
      this.connections.add(socket);
      socket.once('close', () => this.connections.delete(socket));
    });
  }

  get opened(): Opened | null {
    return this.inside?.opened ?? null;
  }

  /** What stands behind the open gate; null while it is locked. */
  get behind(): Inside | null {
    return this.inside;
  }

  listen({ host, port }: Settings): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, () => {
        this.server.off('error', reject);
        resolve((this.server.address() as AddressInfo).port);
      });
    });
  }

  open(inside: Inside): void {
    this.inside = inside;
  }

  lock(order: LockOrder): void {
    const { inside } = this;
    if (!inside) return;
    this.inside = null;
    this.onLock();
    for (const socket of this.connections) if (socket !== order.keep) socket.destroy();
    if (order.keep) setTimeout(() => order.keep?.destroy(), ANSWER_MS);
    this.locking = inside.lock(order);
  }

  /** Resolves when the last lock has let go of everything. */
  locked(): Promise<void> {
    return this.locking;
  }

  /** Takes no more connections, lets requests under way end within the grace, then cuts. */
  async close(graceMs: number): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    const hurry = setTimeout(() => this.server.closeAllConnections(), graceMs);
    this.server.closeIdleConnections();
    await closed;
    clearTimeout(hurry);
  }

  private pass(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url?.split('?', 1)[0];
    if (path === '/healthz') return this.tellHealth(response);
    if (!this.inside) return this.lockedSite(request, response);
    // Somebody who was sent to unlock it and finds it open.
    if (path === '/unlock') return void response.writeHead(303, { Location: '/sign-in', 'Cache-Control': 'no-store' }).end();
    this.inside.listener(request, response);
  }

  /** For whoever watches the machine: nothing but these three words. */
  private tellHealth(response: ServerResponse): void {
    const open = this.inside !== null;
    const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };
    response.writeHead(200, headers).end(JSON.stringify({ live: true, ready: open, sealed: !open }));
  }
}
