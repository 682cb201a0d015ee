import { Inject, Injectable } from '@nestjs/common';
import { Case } from '../cases/public.js';
import { ConsentChanged, type ConsentAbout } from '../consents/public.js';
import { FollowUpAction, followUpKind, isFinished } from '../follow-ups/public.js';
import { columnsOf, rowsOf, type Work } from '../kernel/db/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import { Records } from '../kernel/record/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { exactly } from '../kernel/time/public.js';
import { Notices, Teams } from '../staff/public.js';
import { bundlesOf } from './goes-along.js';
import { partnersOf } from './partners-of.js';
import { ShareCheck } from './share-check.js';

/**
 * Whose consent no longer covers a share that goes on: the lead is told at once and given a task, due now, to end it or to
 * ask anew. It is not ended by itself: somebody may be waiting for the other organisation's lawyer, also for the others in
 * the case. The duty does not depend on what the recorder reaches.
 */
@Injectable()
export class AskToEnd {
  constructor(
    private readonly records: Records,
    private readonly notices: Notices,
    private readonly teams: Teams,
    private readonly check: ShareCheck,
    changed: ConsentChanged,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    changed.tell((work, about, id) => this.after(work, about, id));
  }

  private async after(work: Work, about: ConsentAbout, id: string): Promise<void> {
    const passed = `WHERE r.id IN (SELECT d.record_id FROM disclosure d WHERE d.${about}_id = :id AND d.record_kind = 'case' AND d.way = 'share') ORDER BY r.id`;
    for (const opened of await rowsOf(work.manager, Case, passed, { id })) {
      const partners = await partnersOf(work, opened);
      const bundles = partners.length > 0 ? await bundlesOf(work.manager, opened) : [];
      for (const { teamId } of partners) {
        const { notAgreed } = await this.check.of(work.manager, bundles, { teamId, at: work.now });
        const one = notAgreed.find(({ who }) => who.id === id);
        if (one) await this.ask(work, opened, { teamId, reference: one.who.reference });
      }
    }
  }

  private async ask(work: Work, { id: caseId, leadId, subject }: Case, { teamId, reference }: { teamId: string; reference: string }): Promise<void> {
    await this.notices.tell(work, [leadId], 'case.share_uncovered', { link: `/cases/${caseId}` });
    const told = [reference, await this.teams.nameOf(work, teamId)].filter(Boolean).join(' · ');
    const open = await rowsOf(work.manager, FollowUpAction, `WHERE r.case_id = :caseId AND r.kind = 'end_share'`, { caseId });
    const known = (await this.records.open(work.manager, followUpKind, open)).some(({ status, task }) => !isFinished(status) && task === told);
    if (known) return;
    await this.records.create(work, followUpKind, {
      ...{ subject, caseId, individualId: null, detentionId: null, incidentId: null },
      ...{ kind: 'end_share', ownerId: leadId, due: columnsOf(exactly(work.now, this.settings.zone)), priority: 'high' },
      ...{ status: 'open', statusAt: work.now, statusBy: work.actor.id, task: told, outcome: null },
    });
  }
}
