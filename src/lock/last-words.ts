import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../kernel/db/public.js';
import type { LockOrder } from '../kernel/gate/public.js';
import { endEverySession } from '../staff/public.js';

/** What is written before the keys go: who locked, and that every session has ended. Nothing is committed after it. */
@Injectable()
export class LastWords {
  constructor(private readonly work: UnitOfWork) {}

  say({ actor, cause }: Pick<LockOrder, 'actor' | 'cause'>): Promise<void> {
    return this.work.last(actor, async (work) => {
      await endEverySession(work);
      work.note({ act: 'instance.locked', kind: 'instance', recordId: null, facts: { cause } });
    });
  }
}
