import { Injectable } from '@nestjs/common';
import { Case, CaseJoining, type Joining } from '../cases/public.js';
import { Disclosure } from '../consents/public.js';
import { CustodyChanged, Detention } from '../detentions/public.js';
import { EvidenceAdded, type Added } from '../evidence/public.js';
import { rowsOf, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { bundleOf, bundlesOf, type Bundle } from './goes-along.js';
import { partnersOf } from './partners-of.js';
import { PassOn } from './pass-on.js';
import { ShareCheck } from './share-check.js';

/**
 * Holds a shared case to what people agreed to while it goes on: nobody comes into it later, and no source is told from
 * later, who has not agreed to being read by every organisation on it.
 */
@Injectable()
export class KeepToConsent {
  constructor(
    private readonly check: ShareCheck,
    private readonly passOn: PassOn,
    joining: CaseJoining,
    custody: CustodyChanged,
    evidence: EvidenceAdded,
  ) {
    joining.tell((work, opened, one) => this.joins(work, opened, one));
    custody.tell((work, detentionId) => this.told(work, detentionId));
    evidence.tell((work, added) => this.added(work, added));
  }

  private async joins(work: Work, opened: Pick<Case, 'id' | 'circleId' | 'teamId'>, joining: Joining): Promise<void> {
    if ((await partnersOf(work, opened)).length > 0) await this.hold(work, opened, await bundleOf(work.manager, joining));
  }

  /** What was told of a stay may come from a source that has not agreed. */
  private async told(work: Work, detentionId: string): Promise<void> {
    const [stay] = await rowsOf(work.manager, Detention, 'WHERE r.id = :detentionId', { detentionId });
    if (stay) await this.around(work, stay.individualId ? { kind: 'individual', id: stay.individualId } : { kind: 'detention', id: stay.id });
  }

  private async added(work: Work, { individualId, detentionId, caseId, sourceId }: Added): Promise<void> {
    if (!sourceId) return;
    if (detentionId) return this.told(work, detentionId);
    if (individualId) return this.around(work, { kind: 'individual', id: individualId });
    const [opened] = caseId ? await rowsOf(work.manager, Case, 'WHERE r.id = :caseId', { caseId }) : [];
    if (!opened || (await partnersOf(work, opened)).length === 0) return;
    for (const bundle of (await bundlesOf(work.manager, opened)).filter(({ kind }) => kind === 'case')) await this.hold(work, opened, bundle);
  }

  private async around(work: Work, record: Joining): Promise<void> {
    const lies = 'WHERE r.circle_id IN (SELECT cr.circle_id FROM circle_record cr WHERE cr.kind = :kind AND cr.record_id = :id)';
    for (const opened of await rowsOf(work.manager, Case, lies, { ...record })) await this.joins(work, opened, record);
  }

  /**
   * Refuses for who comes along only now; of who is read there already a consent that ended since is told to the lead.
   * @throws Problem `share.not_agreed_to_add` (409)
   */
  private async hold(work: Work, opened: Pick<Case, 'id' | 'circleId' | 'teamId'>, bundle: Bundle): Promise<void> {
    const readers = [opened.teamId, ...(await partnersOf(work, opened)).map(({ teamId }) => teamId)];
    const gone = await rowsOf(work.manager, Disclosure, `WHERE r.record_kind = 'case' AND r.record_id = :id AND r.way = 'share'`, { id: opened.id });
    const known = new Set(gone.flatMap(({ individualId, sourceId }) => [individualId, sourceId]));
    const subjects = bundle.subjects.filter(({ id }) => !known.has(id));
    for (const teamId of subjects.length > 0 ? readers : []) {
      const checked = await this.check.of(work.manager, [{ ...bundle, subjects }], { teamId, at: work.now });
      if (checked.notAgreed.length === 0) await this.passOn.to(work, opened.id, teamId, [{ ...bundle, subjects }]);
      else {
        const extra = { notAgreed: await this.check.notAgreedOf(work.actor, checked) };
        work.refuse({ act: 'case.refused', kind: 'case', recordId: opened.id }, new Problem('share.not_agreed_to_add', { status: 409, params: { count: checked.notAgreed.length }, extra }));
      }
    }
  }
}
