import { Injectable } from '@nestjs/common';
import { Reach } from '../access/public.js';
import { Approvals, type Approval } from '../approvals/public.js';
import { KeepClocks } from '../clocks/public.js';
import { CustodyChanged } from '../detentions/public.js';
import { Holds } from '../holds/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { SubjectVault } from '../kernel/crypto/public.js';
import { UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { erase, Erasure, hangingOn, Versions, type Erasable } from '../kernel/record/public.js';
import { Accounts } from '../staff/public.js';
import type { ProposeErasureInput } from './erasure.input.js';
import { knownBy, type KnownBy } from './known-by.js';
import { erasedKinds } from './look-before-erasing.js';
import { mentionsOf } from './mention-matcher.js';
import { scanVersions } from './scan-versions.js';
import { strikeOut } from './strike-out.js';

const HOURS = 72;

/**
 * Erases a person, a source, or what is personal of a former colleague. One proposes, a second person agrees, and then it
 * cannot be taken back: the key is gone, in this database and for every copy that is opened with its keys.
 */
@Injectable()
export class EraseSubject {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly approvals: Approvals,
    private readonly holds: Holds,
    private readonly vault: SubjectVault,
    private readonly versions: Versions,
    private readonly accounts: Accounts,
    private readonly custody: CustodyChanged,
    private readonly clocks: KeepClocks,
  ) {
    approvals.register({ kind: 'subject.erase', mayApprove: decides, hours: HOURS, carryOut: (work, approval) => this.carryOut(work, approval) });
  }

  /** @throws Problem `not_found`, `record.erased` (409), `hold.active` (409) */
  propose(actor: Actor, kind: 'individual' | 'source', id: string, { ground, reason, strike = [] }: ProposeErasureInput): Promise<string> {
    return this.work.run(actor, async (work) => {
      const { reference } = await this.reach.within(work, erasedKinds[kind], id);
      await this.refuse(work, { kind, id });
      const facts = { what: kind, ground, reference, ...(strike.length > 0 ? { strike: [...new Set(strike)].sort().join(' ') } : {}) };
      return this.approvals.proposeIn(work, { kind: 'subject.erase', subject: id, facts, reason });
    });
  }

  /** The name and everything to sign in with of an account that was closed; what it did stays under its number. @throws Problem `erasure.account_in_use` (409) */
  async proposeForStaff(actor: Actor, id: string, { ground, reason }: ProposeErasureInput): Promise<string> {
    const { disabledAt } = await this.accounts.managed(actor, id);
    if (!disabledAt) throw new Problem('erasure.account_in_use', { status: 409 });
    return this.work.run(actor, async (work) => {
      await this.refuse(work, { kind: 'staff', id });
      return this.approvals.proposeIn(work, { kind: 'subject.erase', subject: id, facts: { what: 'staff', ground, staff: id }, reason });
    });
  }

  /** Without asking anybody: two people have agreed already, to this one or to a list it stands in. */
  async now(work: Work, what: Erasable, by: { ground: string; proposedBy: string; strike?: ReadonlySet<string> }): Promise<void> {
    await this.refuse(work, what);
    await this.strike(work, what, by.strike ?? new Set());
    const { ids } = await erase(work, this.vault, what, { ground: by.ground, erasedAt: work.now, erasedBy: by.proposedBy, approvedBy: work.actor.id });
    for (const id of ids.get('detention') ?? []) await this.countAnew(work, id);
    work.note({ act: 'subject.erased', kind: what.kind, recordId: what.id, facts: { ground: by.ground } });
  }

  private carryOut(work: Work, { subject, facts, proposedBy }: Approval): Promise<void> {
    const what = { kind: facts.what as Erasable['kind'], id: subject };
    return this.now(work, what, { ground: facts.ground ?? '', proposedBy, strike: new Set((facts.strike ?? '').split(' ')) });
  }

  /** Figures go on counting the stay, by its month. */
  private async countAnew(work: Work, detentionId: string): Promise<void> {
    await this.custody.after(work, detentionId);
    await this.clocks.forget(work, detentionId);
  }

  private async strike(work: Work, what: Erasable, chosen: ReadonlySet<string>): Promise<void> {
    const { subjects } = await hangingOn(work.manager, what);
    const { names, numbers } = await this.wordsFor(work, what);
    if (names.length + numbers.length === 0) return;
    for (const { kind, recordId, version, spans } of await scanVersions(work.manager, this.vault, subjects, mentionsOf(names, numbers))) {
      const struck = spans.filter(({ sure }) => sure || chosen.has(`${kind}:${recordId}`)).map(({ path, from, to }) => ({ path, from, to }));
      if (struck.length === 0) continue;
      await strikeOut(work.manager, this.vault, { subject: what.id, kind, recordId, version, spans: struck });
      work.note({ act: 'mention.struck', kind, recordId, versions: [version, version] });
    }
  }

  private async wordsFor(work: Work, what: Erasable): Promise<KnownBy> {
    if (what.kind !== 'staff') return knownBy(this.versions, work.manager, what);
    return { names: [(await this.accounts.byId(what.id)).name].filter(Boolean), numbers: [] };
  }

  /** @throws Problem `record.erased`, `hold.active` (409) */
  private async refuse(work: Work, { kind, id }: Erasable): Promise<void> {
    if (await work.manager.existsBy(Erasure, { subject: id })) throw new Problem('record.erased', { status: 409 });
    if (kind !== 'staff' && (await this.holds.over(kind, id, work.manager)).length > 0) throw new Problem('hold.active', { status: 409 });
  }
}

/** Of an account an administrator agrees too: who reads records may know nothing of it. */
const decides = (actor: Actor, { facts }: Approval): boolean => actor.permissions.has('erasure.decide') || (facts.what === 'staff' && actor.permissions.has('staff.manage'));
