import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Reach, underSeal } from '../access/public.js';
import { Approvals } from '../approvals/public.js';
import { Disclosures, MayUse, type ConsentScope } from '../consents/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { rowsOf, UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { Records } from '../kernel/record/public.js';
import { toldByRefusers } from '../reports/public.js';
import { FrozenFigures } from './frozen-figures.js';
import { refuseState } from './make-publication.js';
import { PublicationFile } from './publication.entity.js';
import { publicationKind } from './publication.kind.js';

const DAYS = 24;
const KIND = 'publication.release';

/** A second person looks at the very files and agrees; from then on they are what is published. */
@Injectable()
export class ReleasePublication {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly approvals: Approvals,
    private readonly disclosures: Disclosures,
    private readonly mayUse: MayUse,
    private readonly frozen: FrozenFigures,
  ) {
    approvals.register({ kind: KIND, mayApprove: 'publication.release', hours: 14 * DAYS, carryOut: (work, { subject, facts }) => this.carryOut(work, subject, facts.digest ?? '') });
  }

  /** Answers the proposal. @throws Problem `publication.state` (409) before it is made or after it is released, `publication.overtaken` (409). */
  propose(actor: Actor, id: string, reason: string): Promise<string> {
    return this.work.run(actor, async (work) => {
      const known = await this.reach.within(work, publicationKind, id);
      refuseState(known, 'made', 'proposed');
      await this.refuseOvertaken(work, id);
      if (known.state === 'made') await this.records.revise(work, publicationKind, known, known.version, { state: 'proposed' });
      const facts = { publication: known.reference, digest: digestOf(await filesOf(work.manager, id)) };
      return this.approvals.proposeIn(work, { kind: KIND, subject: id, facts, reason });
    });
  }

  /** Back to a draft that can be made anew, because it was declined or somebody thought again. */
  async takeBack(actor: Actor, id: string): Promise<void> {
    await this.work.run(actor, async (work) => {
      const known = await this.reach.within(work, publicationKind, id);
      refuseState(known, 'proposed');
      await this.records.revise(work, publicationKind, known, known.version, { state: 'made' });
    });
  }

  /**
   * @throws Problem `publication.changed`, `publication.consent_changed`, `publication.overtaken` (409): then it is made anew;
   *   `approval.own` (403) for who wrote it down or made it, whoever proposed it
   */
  private async carryOut(work: Work, id: string, digest: string): Promise<void> {
    const known = await this.reach.within(work, publicationKind, id);
    refuseState(known, 'proposed');
    if (digestOf(await filesOf(work.manager, id)) !== digest) throw new Problem('publication.changed', { status: 409 });
    const { personOf, named, madeBy } = (await this.frozen.of(id)).frozen;
    if ([known.recordedBy, madeBy].includes(work.actor.id)) throw new Problem('approval.own', { status: 403 });
    await this.refuseOvertaken(work, id);
    const counted = [...new Set(Object.values(personOf))];
    const sealed = await underSeal(work.manager, ['detention', 'individual']);
    if (Object.entries(personOf).some((ids) => ids.some((one) => sealed.has(one)))) throw new Problem('circle.sealed', { status: 409 });
    await this.refuseWithdrawn(work, counted, 'public_aggregate');
    await this.refuseWithdrawn(work, named, 'public_name');
    const refused = await toldByRefusers(work.manager, await this.mayUse.refusingSources({ scope: 'public_aggregate', at: work.now }, work.manager), Object.keys(personOf));
    if (refused.size > 0) throw new Problem('publication.consent_changed', { status: 409 });
    await this.records.revise(work, publicationKind, known, known.version, { state: 'released', releasedAt: work.now, releasedBy: work.actor.id });
    const where = { recordKind: 'publication' as const, recordId: id, way: 'publication' as const, recipient: null };
    await this.disclosures.record(work, { ...where, individualIds: counted.filter((person) => !named.includes(person)), scope: 'public_aggregate' });
    await this.disclosures.record(work, { ...where, individualIds: named, scope: 'public_name' });
    work.note({ act: 'publication.released', kind: 'publication', recordId: id, facts: { digest } });
  }

  private async refuseWithdrawn(work: Work, ids: readonly string[], scope: ConsentScope): Promise<void> {
    const verdicts = await this.mayUse.of({ about: 'individual', ids }, { scope, at: work.now }, work.manager);
    if (ids.some((id) => ((verdict) => !verdict?.allowed || verdict.conditional)(verdicts.get(id)))) throw new Problem('publication.consent_changed', { status: 409 });
  }

  /** Of any two that are out or about to be, one has reckoned with the other as it is: what was made side by side was not looked at together. */
  private async refuseOvertaken(work: Work, id: string): Promise<void> {
    const own = await this.frozen.of(id);
    const others = await this.frozen.out(id, work.manager);
    const apart = others.filter((one) => !own.frozen.reckoned?.includes(one.id) && !one.frozen.reckoned?.includes(own.id));
    if (apart.length > 0) throw new Problem('publication.overtaken', { status: 409 });
  }
}

const filesOf = (manager: EntityManager, id: string): Promise<PublicationFile[]> => rowsOf(manager, PublicationFile, 'WHERE r.publication_id = :id ORDER BY r.id', { id });

/** Of all files together: what is agreed to is these bytes and no others. */
const digestOf = (files: readonly PublicationFile[]): string => createHash('sha256').update(files.map(({ sha256 }) => sha256).sort().join('\n')).digest('hex');
