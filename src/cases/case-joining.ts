import { Injectable } from '@nestjs/common';
import type { Work } from '../kernel/db/public.js';
import type { Case } from './case.entity.js';

/** What is put into a case: its members reach it from then on. */
export interface Joining {
  readonly kind: 'individual' | 'detention' | 'source';
  readonly id: string;
}

type Listener = (work: Work, opened: Pick<Case, 'id' | 'circleId' | 'teamId'>, joining: Joining) => Promise<void>;

/**
 * Tells higher levels, in the same transaction, that a record joins a case. They may refuse: a case that is shared with
 * another organisation takes in nobody who has not agreed to that.
 */
@Injectable()
export class CaseJoining {
  private readonly listeners: Listener[] = [];

  tell(listener: Listener): void {
    this.listeners.push(listener);
  }

  async after(work: Work, opened: Pick<Case, 'id' | 'circleId' | 'teamId'>, joining: Joining): Promise<void> {
    for (const listener of this.listeners) await listener(work, opened, joining);
  }
}
