import { Injectable } from '@nestjs/common';
import type { Work } from '../kernel/db/public.js';
import type { Evidence } from './evidence.entity.js';

/** What it belongs to, and who it came from. */
export type Added = Pick<Evidence, 'individualId' | 'detentionId' | 'caseId' | 'sourceId'>;

type Listener = (work: Work, added: Added) => Promise<void>;

/** Tells higher levels, in the same transaction, that a file belongs to a record from now on. They may refuse. */
@Injectable()
export class EvidenceAdded {
  private readonly listeners: Listener[] = [];

  tell(listener: Listener): void {
    this.listeners.push(listener);
  }

  async after(work: Work, added: Added): Promise<void> {
    for (const listener of this.listeners) await listener(work, added);
  }
}
