import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Reach, type ReachedKind } from '../access/public.js';
import { caseKind } from '../cases/public.js';
import { custodyPeriodKind, detentionEventKind, detentionKind } from '../detentions/public.js';
import { followUpKind } from '../follow-ups/public.js';
import { Holds } from '../holds/public.js';
import { incidentKind } from '../incidents/public.js';
import { individualKind } from '../individuals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { SubjectVault } from '../kernel/crypto/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { hangingOn, Versions, type RecordRow } from '../kernel/record/public.js';
import { organisationKind } from '../organisations/public.js';
import { sourceKind } from '../sources/public.js';
import type { ErasureLookView, MentionView } from './erasure.view.js';
import { knownBy } from './known-by.js';
import { mentionsOf } from './mention-matcher.js';
import { scanVersions, type MentionIn } from './scan-versions.js';

type Numbered = ReachedKind<RecordRow & { reference: string }, object>;

export const erasedKinds = { individual: individualKind, source: sourceKind } as unknown as Readonly<Record<'individual' | 'source', Numbered>>;

/** Kinds of records that may speak of somebody else. */
const others = [individualKind, sourceKind, organisationKind, incidentKind, detentionKind, custodyPeriodKind, detentionEventKind, caseKind, followUpKind] as unknown as readonly ReachedKind<RecordRow, object>[];

/** What erasing would do and what stands in its way, for whoever thinks of proposing it. */
@Injectable()
export class LookBeforeErasing {
  constructor(
    private readonly reach: Reach,
    private readonly reader: EntityManager,
    private readonly work: UnitOfWork,
    private readonly versions: Versions,
    private readonly vault: SubjectVault,
    private readonly holds: Holds,
  ) {}

  async of(actor: Actor, kind: 'individual' | 'source', id: string): Promise<ErasureLookView> {
    const { reference } = await this.reach.peek(actor, erasedKinds[kind], id);
    const found = await hangingOn(this.reader, { kind, id });
    const { names, numbers } = await knownBy(this.versions, this.reader, { kind, id });
    const mentions = await this.inReach(actor, await scanVersions(this.reader, this.vault, found.subjects, mentionsOf(names, numbers)));
    const blanked = Object.fromEntries(found.tables.flatMap(({ rule, rows }) => (rule.kind && rule.then !== 'keep' ? [[rule.kind, rows.length]] : [])));
    const holds = (await this.holds.over(kind, id)).map((hold) => ({ kind: hold.kind, recordId: hold.recordId, endsAt: hold.endsAt }));
    await this.work.log([{ act: 'erasure.looked', kind, recordId: id, facts: { mentions: mentions.length, holds: holds.length }, actor, at: this.work.clock.now() }]);
    return { kind, recordId: id, reference, blanked, holds, mentions };
  }

  private async inReach(actor: Actor, all: readonly MentionIn[]): Promise<MentionView[]> {
    const shown: MentionView[] = [];
    for (const kind of others) {
      const own = all.filter((one) => one.kind === kind.name);
      const near = await this.reach.covered(actor, kind, own.map(({ recordId }) => recordId));
      for (const recordId of near) shown.push(mentionView(kind.name, recordId, own.filter((one) => one.recordId === recordId)));
    }
    return shown;
  }
}

function mentionView(kind: string, recordId: string, own: readonly MentionIn[]): MentionView {
  const newest = own.at(-1);
  const fields = [...new Set((newest?.spans ?? []).map(({ path }) => path.split('.')[1] ?? path))];
  return { kind, recordId, fields, versions: own.length, sure: own.some(({ spans }) => spans.some(({ sure }) => sure)) };
}
