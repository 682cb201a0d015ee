import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { rowsOf } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { Accounts, Staff, type StaffMember } from '../staff/public.js';
import { subjectKinds, type Subject } from './subject.js';

/** Reaching for good: who is in a circle for some hours only gets no task there. */
const LASTING = '9999';

/**
 * Who can be given a task. A task must not tell anybody of a record they do not reach, so the rule of reach is asked for
 * all of the staff at once, in the same words as for every read.
 */
@Injectable()
export class WhoReaches {
  constructor(
    private readonly accounts: Accounts,
    private readonly reader: EntityManager,
  ) {}

  /** People to whom tasks can be given and who reach the subject. None of their roles is bound to own records. */
  async among(subject: Subject, manager: EntityManager = this.reader): Promise<StaffMember[]> {
    const members = await this.accounts.assignable();
    if (members.length === 0) return [];
    const kind = subjectKinds[subject.field];
    const table = manager.dataSource.getMetadata(kind.row).tableName;
    const rule = kind.reach.sql('about').replaceAll(':reachActor', 'r.id').replaceAll(':reachTeam', 'r.team_id');
    const where = `WHERE r.id IN (:...staff) AND EXISTS (SELECT 1 FROM ${table} about WHERE about.id = :id AND (${rule}))`;
    const rows = await rowsOf(manager, Staff, where, { staff: members.map((one) => one.id), id: subject.id, reachNow: LASTING });
    const reaching = new Set(rows.map((row) => row.id));
    return members.filter((one) => reaching.has(one.id));
  }

  /** @throws Problem `follow_up.owner_out_of_reach` (422), alike for somebody out of reach and nobody at all. */
  async check(ownerId: string | null | undefined, subject: Subject, manager: EntityManager): Promise<void> {
    if (!ownerId) return;
    if ((await this.among(subject, manager)).some((one) => one.id === ownerId)) return;
    throw new Problem('follow_up.owner_out_of_reach', { status: 422, fields: [{ field: 'ownerId', code: 'follow_up.owner_out_of_reach' }] });
  }
}
