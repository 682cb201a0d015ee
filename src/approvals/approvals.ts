import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor/public.js';
import { seal, SubjectVault, unseal } from '../kernel/crypto/public.js';
import { isId, newId, putRows, rowsOf, UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { addHours } from '../kernel/time/public.js';
import { isKeeper, Notices } from '../staff/public.js';
import type { ApprovalKind } from './approval-kind.js';
import { Approval, ApprovalVote } from './approval.entity.js';
import type { ApprovalView } from './approval.view.js';

export interface Proposal {
  readonly kind: string;
  readonly subject: string;
  readonly facts: Record<string, string>;
  readonly reason: string;
  readonly named?: readonly string[];
  /** How many have to agree; all that are named unless said, else one. */
  readonly needed?: number;
}

const SHOWN = 100;

/** What takes two people: one proposes, another agrees, and only then it happens. */
@Injectable()
export class Approvals {
  private readonly kinds = new Map<string, ApprovalKind>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: EntityManager,
    private readonly vault: SubjectVault,
    private readonly notices: Notices,
  ) {}

  register(...kinds: readonly ApprovalKind[]): void {
    for (const kind of kinds) this.kinds.set(kind.kind, kind);
  }

  propose(actor: Actor, proposal: Proposal): Promise<string> {
    return this.work.run(actor, (work) => this.proposeIn(work, proposal));
  }

  /** Inside a story. The same thing is not proposed twice: the open proposal is answered instead. */
  async proposeIn(work: Work, { kind, subject, facts, reason, named, needed = named?.length ?? 1 }: Proposal): Promise<string> {
    const where = `WHERE r.state = 'open' AND r.kind = :kind AND r.subject = :subject AND r.expires_at > :now`;
    const same = (await rowsOf(work.manager, Approval, where, { kind, subject, now: work.now })).find((one) => JSON.stringify(one.facts) === JSON.stringify(facts));
    if (same) {
      work.note({ act: 'approval.asked_again', kind: 'approval', recordId: same.id });
      return same.id;
    }
    const id = newId(work.now);
    const key = await this.vault.keyFor(work.manager, work.actor.id, work.now);
    const row: Approval = {
      ...{ id, kind, subject, facts, sealed: seal(key, reason, `approval:${id}`), named: named ? [...named] : null, needed },
      ...{ proposedAt: work.now, proposedBy: work.actor.id, teamId: work.actor.teamId, expiresAt: addHours(work.now, this.kindOf(kind).hours), state: 'open', settledAt: null },
    };
    await putRows(work.manager, Approval, [row]);
    if (named) await this.notices.tell(work, named, 'approval.asked', { staff: work.actor.id });
    work.note({ act: 'approval.proposed', kind: 'approval', recordId: id, facts: { what: kind } });
    return id;
  }

  /**
   * Agrees or declines; the last agreement that is needed carries it out.
   * @throws Problem `not_found` for what is not the actor's to answer, `approval.over` (409), `approval.own` (403)
   * @returns a secret for the eyes of who agreed, where the kind has one
   */
  answer(actor: Actor, id: string, approved: boolean): Promise<string | null> {
    return this.work.run(actor, async (work) => {
      // The row is held, so that two who answer at the same moment do not both count as the last.
      if (isId(id)) await work.manager.update(Approval, { id }, { id });
      const [row] = isId(id) ? await rowsOf(work.manager, Approval, 'WHERE r.id = :id', { id }) : [];
      if (!row || !this.isFor(actor, row)) throw Problem.notFound();
      if (row.proposedBy === actor.id || row.subject === actor.id) throw new Problem('approval.own', { status: 403 });
      if (row.state !== 'open' || row.expiresAt <= work.now) throw new Problem('approval.over', { status: 409 });
      const votes = await rowsOf(work.manager, ApprovalVote, 'WHERE r.approval_id = :id', { id });
      if (votes.some(({ staffId }) => staffId === actor.id)) throw new Problem('approval.over', { status: 409 });
      await putRows(work.manager, ApprovalVote, [{ approvalId: id, staffId: actor.id, approved, at: work.now }]);
      const agreed = votes.filter((vote) => vote.approved).length + (approved ? 1 : 0);
      const settled = !approved || agreed >= row.needed;
      work.note({ act: approved ? 'approval.agreed' : 'approval.declined', kind: 'approval', recordId: id, facts: { what: row.kind } });
      if (!settled) return null;
      await work.manager.update(Approval, { id }, { state: approved ? 'approved' : 'declined', settledAt: work.now });
      const secret = approved ? await this.kindOf(row.kind).carryOut(work, row) : undefined;
      await this.notices.tell(work, [row.proposedBy], 'approval.settled', { what: row.kind, answer: approved ? 'approved' : 'declined' });
      return secret ?? null;
    });
  }

  withdraw(actor: Actor, id: string): Promise<void> {
    return this.work.run(actor, async (work) => {
      const [row] = isId(id) ? await rowsOf(work.manager, Approval, 'WHERE r.id = :id', { id }) : [];
      if (!row || row.proposedBy !== actor.id) throw Problem.notFound();
      if (row.state !== 'open') throw new Problem('approval.over', { status: 409 });
      await work.manager.update(Approval, { id }, { state: 'withdrawn', settledAt: work.now });
      work.note({ act: 'approval.withdrawn', kind: 'approval', recordId: id });
    });
  }

  /** What waits for the actor's answer, and what the actor has proposed. */
  async list(actor: Actor): Promise<{ waiting: ApprovalView[]; own: ApprovalView[] }> {
    const now = this.work.clock.now();
    // What other teams propose must not crowd out one's own; only who is named is asked across teams.
    const near = isKeeper(actor) ? '' : 'AND (r.team_id = :team OR r.named IS NOT NULL)';
    const open = await rowsOf(this.reader, Approval, `WHERE r.state = 'open' AND r.expires_at > :now ${near} ORDER BY r.id DESC LIMIT ${SHOWN}`, { now, team: actor.teamId });
    const own = await rowsOf(this.reader, Approval, `WHERE r.proposed_by = :me ORDER BY r.id DESC LIMIT ${SHOWN}`, { me: actor.id });
    const answered = new Set((await rowsOf(this.reader, ApprovalVote, 'WHERE r.staff_id = :me', { me: actor.id })).map((vote) => vote.approvalId));
    const waiting = open.filter((row) => row.proposedBy !== actor.id && row.subject !== actor.id && this.isFor(actor, row) && !answered.has(row.id));
    await this.work.log([{ act: 'approval.listed', kind: 'approval', recordId: null, facts: { count: waiting.length + own.length }, actor, at: now }]);
    return { waiting: await this.shown(waiting), own: await this.shown(own) };
  }

  private async shown(rows: readonly Approval[]): Promise<ApprovalView[]> {
    const keys = await this.vault.keysOf(this.reader, rows.map((row) => row.proposedBy));
    return rows.map(({ id, kind, subject, facts, sealed, needed, proposedAt, proposedBy, expiresAt, state }) => {
      const key = keys.get(proposedBy);
      const gone = state === 'open' && expiresAt <= this.work.clock.now();
      return { id, kind, subject, facts, needed, proposedAt, proposedBy, expiresAt, state: gone ? 'expired' : state, reason: key && sealed ? unseal(key, sealed, `approval:${id}`) : '' };
    });
  }

  private isFor(actor: Actor, row: Approval): boolean {
    if (actor.lowRisk) return false;
    if (row.named) return row.named.includes(actor.id);
    const { mayApprove } = this.kindOf(row.kind);
    if (row.teamId !== actor.teamId && !isKeeper(actor)) return false;
    return typeof mayApprove === 'string' ? actor.permissions.has(mayApprove) : mayApprove(actor, row);
  }

  private kindOf(name: string): ApprovalKind {
    const kind = this.kinds.get(name);
    if (!kind) throw new Error(`nothing is known of approvals of kind ${name}`);
    return kind;
  }
}
