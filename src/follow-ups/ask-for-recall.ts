import { Inject, Injectable } from '@nestjs/common';
import { ConsentWithdrawn, disclosureKind, type Disclosure, type Withdrawal } from '../consents/public.js';
import { Detention } from '../detentions/public.js';
import { Individual } from '../individuals/public.js';
import { columnsOf, rowsOf, type Work } from '../kernel/db/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import { Records } from '../kernel/record/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { addDays, exactly } from '../kernel/time/public.js';
import { followUpKind } from './follow-up-action.kind.js';
import type { SubjectField } from './subject.js';

/** Days in which what went out has to be asked back. Our own measure. */
const DAYS = 3;

interface About {
  readonly field: SubjectField;
  readonly id: string;
  readonly subject: string;
}

/**
 * Makes a task for every place that has data whose consent was taken back. The duty does not depend on what the recorder
 * reaches, so it is written beside their reach; who reaches the person or the detention sees it.
 */
@Injectable()
export class AskForRecall {
  constructor(
    private readonly records: Records,
    withdrawn: ConsentWithdrawn,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    withdrawn.tell((work, withdrawal) => this.after(work, withdrawal));
  }

  private async after(work: Work, { gone }: Withdrawal): Promise<void> {
    for (const disclosure of await this.records.open(work.manager, disclosureKind, gone)) {
      const about = await this.aboutOf(work, disclosure);
      if (!about) continue; // a source's words in something that is about nobody in particular: the register still lists it
      await this.records.create(work, followUpKind, {
        subject: about.subject,
        ...{ caseId: null, individualId: null, detentionId: null, incidentId: null, [about.field]: about.id },
        ...{ kind: 'recall', ownerId: null, due: columnsOf(exactly(addDays(work.now, DAYS), this.settings.zone)), priority: 'high' },
        ...{ status: 'open', statusAt: work.now, statusBy: work.actor.id, task: toldOf(disclosure), outcome: null },
      });
    }
  }

  private async aboutOf({ manager }: Work, { individualId, recordKind, recordId }: Pick<Disclosure, 'individualId' | 'recordKind' | 'recordId'>): Promise<About | null> {
    const [person] = individualId ? await rowsOf(manager, Individual, 'WHERE r.id = :individualId', { individualId }) : [];
    if (person) return { field: 'individualId', id: person.id, subject: person.subject };
    const [stay] = recordKind === 'detention' && recordId ? await rowsOf(manager, Detention, 'WHERE r.id = :recordId', { recordId }) : [];
    return stay ? { field: 'detentionId', id: stay.id, subject: stay.subject } : null;
  }
}

/** Which file it was and who has it, without words of any language. */
const toldOf = ({ leftAt, format, purpose, recipient, fileHash }: Pick<Disclosure, 'leftAt' | 'format' | 'purpose' | 'fileHash'> & { recipient: string | null }): string =>
  [leftAt.slice(0, 10), format?.toUpperCase(), recipient ?? purpose, fileHash && `SHA-256 ${fileHash}`].filter(Boolean).join(' · ');
