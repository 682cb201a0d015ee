import { Injectable } from '@nestjs/common';
import type { Work } from '../kernel/db/public.js';

type Listener = (work: Work, individualId: string) => Promise<void>;

/** Tells higher levels that a person was corrected: a clock may run otherwise for somebody under eighteen. */
@Injectable()
export class IndividualChanged {
  private readonly listeners: Listener[] = [];

  tell(listener: Listener): void {
    this.listeners.push(listener);
  }

  async after(work: Work, individualId: string): Promise<void> {
    for (const listener of this.listeners) await listener(work, individualId);
  }
}
