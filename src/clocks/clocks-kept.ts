import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '../kernel/time/public.js';

type Listener = (manager: EntityManager, detentionId: string, now: Instant) => Promise<void>;

/** Tells what stands on higher levels that the clocks of a detention were made anew, in the transaction of the change that moved them. */
@Injectable()
export class ClocksKept {
  private readonly listeners: Listener[] = [];

  tell(listener: Listener): void {
    this.listeners.push(listener);
  }

  async after(manager: EntityManager, detentionId: string, now: Instant): Promise<void> {
    for (const listener of this.listeners) await listener(manager, detentionId, now);
  }
}
