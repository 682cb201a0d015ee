import { Injectable } from '@nestjs/common';
import type { Work } from '../kernel/db/public.js';
import type { ConsentAbout } from './consent-subject.js';

type Listener = (work: Work, about: ConsentAbout, id: string) => Promise<void>;

/** Tells higher levels, in the same transaction, that somebody's consent may stand otherwise than before: whatever goes on under it is looked at again. */
@Injectable()
export class ConsentChanged {
  private readonly listeners: Listener[] = [];

  tell(listener: Listener): void {
    this.listeners.push(listener);
  }

  async after(work: Work, about: ConsentAbout, id: string): Promise<void> {
    for (const listener of this.listeners) await listener(work, about, id);
  }
}
