import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EntityManager, In } from 'typeorm';
import { RoleBook, type StaffRole } from '../access/public.js';
import { HOME_TEAM, type Actor, type Language } from '../kernel/actor/public.js';
import { Keys, seal, SubjectVault, unseal } from '../kernel/crypto/public.js';
import { isId, newId, UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { fold } from '../kernel/text/public.js';
import { addHours, type Instant } from '../kernel/time/public.js';
import { actorOfRow } from './actor-of-row.js';
import { Invitation } from './invitation.entity.js';
import { keepAnAdministrator } from './keep-an-administrator.js';
import { endAllOf, endSessionsOf } from './end-sessions.js';
import { Staff } from './staff.entity.js';
import { isKeeper } from './teams.js';

export interface StaffNames {
  readonly signInName: string;
  readonly name: string;
}

export interface NewAccount extends StaffNames {
  readonly role: StaffRole;
  readonly language: Language;
  readonly expiresAt: Instant | null;
  /** For programs: it gets tokens instead of a password. */
  readonly service?: boolean;
  /** The maker's own unless said otherwise. */
  readonly teamId?: string;
}

export interface StaffMember extends StaffNames {
  readonly id: string;
  readonly role: StaffRole;
  readonly language: Language;
  readonly createdAt: Instant;
  readonly expiresAt: Instant | null;
  readonly disabledAt: Instant | null;
  readonly hasPassword: boolean;
  readonly hasFactor: boolean;
  readonly suspendedAt: Instant | null;
  readonly service: boolean;
  readonly teamId: string;
  readonly openedElsewhere: boolean;
}

export const signInToken = (keys: Keys, signInName: string): string => keys.token('sign-in name', fold(signInName));

/** How long a set-up link can be used. */
const LINK_HOURS = 72;

export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Staff accounts: made by administrators, who never see or set a password. */
@Injectable()
export class Accounts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: EntityManager,
    private readonly vault: SubjectVault,
    private readonly keys: Keys,
    private readonly book: RoleBook,
  ) {}

  /** Answers the new id and the secret of the single-use link, which is shown once and kept nowhere. */
  create(actor: Actor, account: NewAccount): Promise<{ id: string; secret: string }> {
    return this.work.run(actor, async (work) => {
      const id = newId(work.now);
      const signInToken = this.tokenOf(account.signInName);
      if (await work.manager.existsBy(Staff, { signInToken })) throw new Problem('staff.name_taken', { status: 409 });
      const key = await this.vault.keyFor(work.manager, id, work.now);
      const names: StaffNames = { signInName: account.signInName, name: account.name };
      await work.manager.insert(Staff, {
        id,
        signInToken,
        sealed: seal(key, JSON.stringify(names), `staff:${id}`),
        role: account.role,
        teamId: account.teamId ?? actor.teamId,
        elsewhereToken: null,
        language: account.language,
        passwordHash: null,
        createdAt: work.now,
        createdBy: actor.id,
        expiresAt: account.expiresAt,
        disabledAt: null,
        factorSince: null,
        duressHash: null,
        suspendedAt: null,
        service: account.service ?? false,
      });
      work.note({ act: 'staff.recorded', kind: 'staff', recordId: id, facts: { role: account.role } });
      return { id, secret: await this.inviteIn(work, id) };
    });
  }

  /**
   * A fresh set-up link for somebody who has not set a password yet.
   * @throws Problem `staff.reset_needs_two` (409) for an account in use: that would be one person taking over another's.
   */
  invite(actor: Actor, staffId: string): Promise<string> {
    return this.work.run(actor, async (work) => {
      const row = await this.managed(actor, staffId, work.manager);
      if (row.passwordHash && actor.role !== 'system') throw new Problem('staff.reset_needs_two', { status: 409 });
      return this.inviteWithin(work, staffId);
    });
  }

  /** Inside a story: a fresh link; every earlier one, every session of the account and its tie to a sign-in service end. */
  async inviteWithin(work: Work, staffId: string): Promise<string> {
    await endSessionsOf(work, staffId);
    await work.manager.update(Staff, { id: staffId }, { elsewhereToken: null });
    return this.inviteIn(work, staffId);
  }

  disable(actor: Actor, staffId: string, act: 'staff.disabled' | 'staff.cut_off' = 'staff.disabled'): Promise<void> {
    return this.work.run(actor, async (work) => {
      const row = await this.managed(actor, staffId, work.manager);
      if (row.id === actor.id) throw new Problem('staff.not_oneself', { status: 409 });
      if (row.role === 'administrator' && row.teamId === HOME_TEAM) await keepAnAdministrator(work, staffId);
      await work.manager.update(Staff, { id: staffId }, { disabledAt: work.now });
      await endAllOf(work, staffId);
      work.note({ act, kind: 'staff', recordId: staffId });
    });
  }

  enable(actor: Actor, staffId: string): Promise<void> {
    return this.work.run(actor, async (work) => {
      await this.managed(actor, staffId, work.manager);
      await work.manager.update(Staff, { id: staffId }, { disabledAt: null });
      work.note({ act: 'staff.enabled', kind: 'staff', recordId: staffId });
    });
  }

  changeRole(actor: Actor, staffId: string, role: StaffRole): Promise<void> {
    return this.work.run(actor, async (work) => {
      const row = await this.managed(actor, staffId, work.manager);
      if (row.id === actor.id) throw new Problem('staff.not_oneself', { status: 409 });
      if (row.role === 'administrator' && row.teamId === HOME_TEAM && role !== 'administrator') await keepAnAdministrator(work, staffId);
      await this.setRole(work, staffId, role);
    });
  }

  /** Inside a story; takes effect with the next request of the account. */
  async setRole(work: Work, staffId: string, role: StaffRole): Promise<void> {
    const { role: from } = await this.rowOf(work.manager, staffId);
    await work.manager.update(Staff, { id: staffId }, { role });
    work.note({ act: 'staff.role_changed', kind: 'staff', recordId: staffId, facts: { from, to: role } });
  }

  /** @throws Problem `staff.last_administrator` (409) when the account is the last that could let people in. */
  async keepAdministrator(work: Work, staffId: string): Promise<void> {
    const { role, teamId } = await this.rowOf(work.manager, staffId);
    if (role === 'administrator' && teamId === HOME_TEAM) await keepAnAdministrator(work, staffId);
  }

  changeLanguage(actor: Actor, language: Language): Promise<void> {
    return this.work.run(actor, async (work) => {
      await work.manager.update(Staff, { id: actor.id }, { language });
      work.note({ act: 'staff.language_changed', kind: 'staff', recordId: actor.id });
    });
  }

  /** All accounts, oldest first. An organisation has tens of them, so the list is not paged. */
  async list(): Promise<StaffMember[]> {
    return this.opened(await this.reader.find(Staff, { order: { createdAt: 'ASC' } }));
  }

  async byId(id: string): Promise<StaffMember> {
    const [member] = await this.opened([await this.rowOf(this.reader, id)]);
    if (!member) throw Problem.notFound();
    return member;
  }

  /** Display names by staff id, for "recorded by" and owner columns; unknown ids are absent, and those of other teams when one is named. */
  async namesOf(ids: readonly string[], teamId?: string): Promise<ReadonlyMap<string, string>> {
    const asked = [...new Set(ids)];
    if (asked.length === 0) return new Map();
    const members = await this.opened(await this.reader.findBy(Staff, { id: In(asked), ...(teamId ? { teamId } : {}) }));
    return new Map(members.map((member) => [member.id, member.name]));
  }

  /** null: there is no such account. */
  async idOf(signInName: string): Promise<string | null> {
    return (await this.reader.findOneBy(Staff, { signInToken: this.tokenOf(signInName) }))?.id ?? null;
  }

  /** People to whom a case or a task can be given; of one team, or of all where reach decides. */
  async assignable(teamId?: string): Promise<StaffMember[]> {
    const members = (await this.list()).filter((member) => teamId === undefined || member.teamId === teamId);
    return members.filter((member) => !member.disabledAt && ['caseworker', 'lawyer', 'manager'].includes(member.role));
  }

  tokenOf(signInName: string): string {
    return signInToken(this.keys, signInName);
  }

  private async inviteIn(work: Work, staffId: string): Promise<string> {
    const secret = randomBytes(24).toString('base64url');
    await work.manager
      .createQueryBuilder()
      .update(Invitation)
      .set({ usedAt: work.now })
      .where('staff_id = :staffId AND used_at IS NULL', { staffId })
      .execute();
    await work.manager.insert(Invitation, {
      digest: digestOf(secret),
      staffId,
      expiresAt: addHours(work.now, LINK_HOURS),
      usedAt: null,
      invitedBy: work.actor.id,
    });
    work.note({ act: 'staff.invited', kind: 'staff', recordId: staffId });
    return secret;
  }

  /** The account as it would act now: to count what it could read. */
  async asActor(id: string): Promise<Actor> {
    const row = await this.rowOf(this.reader, id);
    return actorOfRow(row, await this.book.of(row.role), null, null);
  }

  /** @throws Problem `not_found` */
  row(id: string): Promise<Staff> {
    return this.rowOf(this.reader, id);
  }

  /**
   * An account of the actor's own team; of any for whoever keeps the installation.
   * @throws Problem `not_found`, alike for none and one of another team.
   */
  async managed(actor: Actor, id: string, manager: EntityManager = this.reader): Promise<Staff> {
    const row = await this.rowOf(manager, id);
    if (row.teamId !== actor.teamId && !isKeeper(actor)) throw Problem.notFound();
    return row;
  }

  private async rowOf(manager: EntityManager, id: string): Promise<Staff> {
    const row = isId(id) ? await manager.findOneBy(Staff, { id }) : null;
    if (!row) throw Problem.notFound();
    return row;
  }

  private async opened(rows: readonly Staff[]): Promise<StaffMember[]> {
    const keys = await this.vault.keysOf(this.reader, rows.map((row) => row.id));
    return rows.map((row) => {
      const key = keys.get(row.id);
      // Of an account that was erased its number is left, so that two of them can be told apart.
      const names = key ? (JSON.parse(unseal(key, row.sealed, `staff:${row.id}`)) as StaffNames) : { signInName: '', name: `#${row.id.slice(-6)}` };
      const { id, role, teamId, language, createdAt, expiresAt, disabledAt, suspendedAt } = row;
      const has = { hasPassword: row.passwordHash !== null, hasFactor: row.factorSince !== null, service: row.service === true, openedElsewhere: row.elsewhereToken !== null };
      return { id, role, teamId, language, createdAt, expiresAt, disabledAt, suspendedAt, ...names, ...has };
    });
  }
}
