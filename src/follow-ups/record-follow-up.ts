import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { mayWrite, Reach, roles, type ReachedKind } from '../access/public.js';
import { caseKind } from '../cases/public.js';
import { detentionKind } from '../detentions/public.js';
import { incidentKind } from '../incidents/public.js';
import { individualKind } from '../individuals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { columnsOf, noBounds, UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { boundsFrom } from '../kernel/http/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import { once, Records, type RecordRow } from '../kernel/record/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { Accounts } from '../staff/public.js';
import { codedValue } from '../vocabularies/public.js';
import { followUpKind } from './follow-up-action.kind.js';
import type { FollowUpInput, RecordFollowUpInput, ReviseFollowUpInput } from './follow-up.input.js';

type Subject = 'caseId' | 'individualId' | 'detentionId' | 'incidentId';

const subjects: Readonly<Record<Subject, ReachedKind<RecordRow, object>>> = {
  caseId: caseKind as unknown as ReachedKind<RecordRow, object>,
  individualId: individualKind as unknown as ReachedKind<RecordRow, object>,
  detentionId: detentionKind as unknown as ReachedKind<RecordRow, object>,
  incidentId: incidentKind as unknown as ReachedKind<RecordRow, object>,
};

const names = Object.keys(subjects) as Subject[];

/** Records what somebody has to do, and what became of it. */
@Injectable()
export class RecordFollowUp {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly accounts: Accounts,
    private readonly reader: EntityManager,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  run(actor: Actor, input: RecordFollowUpInput): Promise<string> {
    return this.work.run(actor, (work) => once(work, () => this.within(work, input)));
  }

  private async within(work: Work, input: RecordFollowUpInput): Promise<string> {
    const given = names.filter((name) => input[name]);
    const [name] = given;
    if (given.length !== 1 || !name) throw fault('follow_up.one_subject', 'caseId');
    const id = input[name] ?? '';
    const subject = await this.reach.within(work, subjects[name], id);
    if (input.task) mayWrite(work.actor, followUpKind, { task: input.task });
    await this.checkOwner(input.ownerId ?? null, name, id);
    const known = await this.records.create(work, followUpKind, {
      subject: subject.subject,
      kind: input.kind ?? 'unknown',
      ...{ caseId: null, individualId: null, detentionId: null, incidentId: null },
      [name]: id,
      ownerId: input.ownerId ?? null,
      due: this.dueOf(work, input),
      priority: input.priority ?? 'normal',
      ...{ status: 'open', statusAt: work.now, statusBy: work.actor.id },
      ...{ task: input.task ?? null, outcome: null },
    });
    return known.id;
  }

  /** Corrects or moves on a follow-up action. @throws StaleRecord when somebody saved since. */
  revise(actor: Actor, id: string, version: number, input: ReviseFollowUpInput): Promise<void> {
    return this.work.run(actor, async (work) => {
      const current = await this.reach.within(work, followUpKind, id);
      const { because = null, due, ...said } = input;
      const changes = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
      mayWrite(actor, followUpKind, changes);
      const subject = names.find((name) => current[name]);
      if (input.ownerId && subject) await this.checkOwner(input.ownerId, subject, current[subject] ?? '');
      const moved = input.status && input.status !== current.status ? { statusAt: work.now, statusBy: actor.id } : {};
      const dated = due === undefined ? {} : { due: this.dueOf(work, input) };
      await this.records.revise(work, followUpKind, current, version, { ...changes, ...moved, ...dated }, { because });
    });
  }

  private dueOf(work: Work, input: FollowUpInput) {
    return input.due?.said ? columnsOf(boundsFrom(input.due, 'due', this.settings.zone, work.now)) : { ...noBounds };
  }

  /** A task must not tell somebody of a record they do not reach. */
  private async checkOwner(ownerId: string | null, name: Subject, id: string): Promise<void> {
    if (!ownerId) return;
    const owner = (await this.accounts.assignable()).find((member) => member.id === ownerId);
    if (!owner) throw fault('follow_up.owner_out_of_reach', 'ownerId');
    const rights = roles[owner.role];
    const actor: Actor = {
      ...{ id: owner.id, role: owner.role, session: null, language: owner.language, request: null },
      ...{ permissions: new Set<string>(rights.permissions), fieldClasses: new Set<string>(rights.fieldClasses) },
    };
    const [row] = await this.reach.rows(actor, subjects[name], 'r.id = :id', { id }, this.reader);
    if (!row) throw fault('follow_up.owner_out_of_reach', 'ownerId');
  }
}

/** Done, cancelled and the like: nothing is left to do. */
export const isClosed = (status: string): boolean => codedValue('follow-up-statuses', status)?.closed === true;

const fault = (code: string, field: string): Problem => new Problem(code, { status: 422, fields: [{ field, code }] });
