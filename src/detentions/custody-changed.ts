import { Injectable } from '@nestjs/common';
import type { Work } from '../kernel/db/public.js';

type Listener = (work: Work, detentionId: string) => Promise<void>;

/**
 * Tells what is derived from a detention (durations, clocks; they stand on higher levels) that it must be made anew, in the
 * transaction of the change itself.
 */
@Injectable()
export class CustodyChanged {
  private readonly listeners: Listener[] = [];

  tell(listener: Listener): void {
    this.listeners.push(listener);
  }

  async after(work: Work, detentionId: string): Promise<void> {
    for (const listener of this.listeners) await listener(work, detentionId);
  }
}
