import type { Socket } from 'node:net';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor/public.js';
import { LocksServer } from '../kernel/gate/public.js';

/** Locks the whole server for everybody. Being wrong costs the minute of an unlocking; hesitating may cost people. */
@Injectable()
export class LockNow {
  constructor(private readonly server: LocksServer) {}

  /**
   * Returns at once: nothing is asked, and nothing can be waited for.
   * @param keep the connection the answer goes to
   * @throws Problem `lock.no_server` (409)
   */
  run(actor: Actor, cause: 'page' | 'api', keep: Socket): void {
    this.server.lock({ actor, cause, keep });
  }
}
