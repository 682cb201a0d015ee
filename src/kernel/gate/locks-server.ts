import type { Socket } from 'node:net';
import type { Actor } from '../actor/public.js';
import { Problem } from '../errors/public.js';
import type { Instant } from '../time/public.js';

/** Why the server is locked: somebody pressed, called or typed it, nobody checked in for too long, or the hours are over. */
export type LockCause = 'page' | 'api' | 'command' | 'dead_man' | 'hours';

export interface LockOrder {
  readonly actor: Actor;
  readonly cause: LockCause;
  /** The connection that gave the order: it gets its answer, all others are cut. */
  readonly keep?: Socket;
}

/** What opened the server: the key it found by itself, or what its operators entered. */
export type OpenedBy = 'key' | 'passphrase' | 'recovery' | 'shares';

/** Since when and how the server is open. */
export interface Opened {
  readonly at: Instant;
  readonly by: OpenedBy;
  /** It had not been stopped or locked before: a power cut, a crash, or somebody's hand. */
  readonly cutShort: boolean;
}

/** Locks the whole server; src/launch has the gate that does it. */
export abstract class LocksServer {
  /** null where the application does not listen. */
  abstract readonly opened: Opened | null;

  /**
   * Returns at once, and from then on every request is refused; the keys go while the answer is on its way.
   * @throws Problem `lock.no_server` (409)
   */
  abstract lock(order: LockOrder): void;
}

/** Where the application runs without a gate, as for one command of the terminal. */
export class NothingToLock extends LocksServer {
  readonly opened = null;

  lock(): never {
    throw new Problem('lock.no_server', { status: 409 });
  }
}
