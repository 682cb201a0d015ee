import { Injectable } from '@nestjs/common';
import type { TellsOfHaste } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { Notices } from './notices.js';
import { overseersBut } from './overseers.js';

/** Administrators and managers learn that somebody opens more people than their work needs. */
@Injectable()
export class TellOfHaste implements TellsOfHaste {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  haste(actor: Actor): Promise<void> {
    return this.work.run(actor, async (work) => {
      await this.notices.tell(work, await overseersBut(work, actor.id), 'reading.fast', { staff: actor.id });
      work.note({ act: 'reading.fast', kind: 'staff', recordId: actor.id });
    });
  }
}
