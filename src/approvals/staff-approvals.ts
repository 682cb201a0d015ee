import { Inject, Injectable } from '@nestjs/common';
import type { StaffRole } from '../access/public.js';
import { HOME_TEAM, type Actor } from '../kernel/actor/public.js';
import { run, UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import type { Settings } from '../kernel/settings/public.js';
import { Accounts, Devices, endAllOf, Factors } from '../staff/public.js';
import { Approvals } from './approvals.js';

const DAYS = 24;

/** What of accounts takes two people, and how each begins. */
@Injectable()
export class StaffApprovals {
  constructor(
    private readonly approvals: Approvals,
    private readonly accounts: Accounts,
    devices: Devices,
    private readonly work: UnitOfWork,
    factors: Factors,
    @Inject(SETTINGS) settings: Settings,
  ) {
    approvals.register(
      { kind: 'device.vouch', mayApprove: 'colleague.vouch', hours: 24, carryOut: (work, { subject }) => devices.vouch(work, subject) },
      {
        kind: 'access.reset',
        mayApprove: 'staff.manage',
        hours: 3 * DAYS,
        carryOut: async (work, { subject }) => {
          await factors.forgetAll(work, subject);
          return `${settings.publicUrl}/welcome/${await accounts.inviteWithin(work, subject)}`;
        },
      },
      {
        kind: 'role.administrator',
        mayApprove: 'staff.manage',
        hours: 3 * DAYS,
        carryOut: (work, { subject, facts }) => accounts.setRole(work, subject, facts.role as StaffRole),
      },
      {
        kind: 'access.restore',
        mayApprove: 'colleague.vouch',
        hours: 3650 * DAYS,
        carryOut: async (work, { subject }) => {
          await run(work.manager, 'UPDATE staff SET suspended_at = NULL WHERE id = :subject', { subject });
          work.note({ act: 'staff.restored', kind: 'staff', recordId: subject });
        },
      },
    );
  }

  /** Asks colleagues to say that a browser is one's own. */
  async askToVouch(actor: Actor, deviceId: string, reason: string): Promise<string> {
    return this.approvals.propose(actor, { kind: 'device.vouch', subject: deviceId, facts: { staff: actor.id }, reason });
  }

  /** A link for somebody who has lost password or factors: the administrator who agrees hands it over. */
  async askToReset(actor: Actor, staffId: string, reason: string): Promise<string> {
    await this.accounts.managed(actor, staffId);
    return this.approvals.propose(actor, { kind: 'access.reset', subject: staffId, facts: {}, reason });
  }

  /** Another administrator has to agree to a new one, but where there is only one yet. Answers the proposal, or null when it is done. */
  async makeAdministrator(actor: Actor, staffId: string, reason: string): Promise<string | null> {
    const { role, teamId } = await this.accounts.managed(actor, staffId);
    if (role === 'administrator') throw new Problem('staff.is_administrator', { status: 409 });
    const others = (await this.accounts.list()).filter((one) => one.role === 'administrator' && (one.teamId === teamId || one.teamId === HOME_TEAM) && one.hasPassword && !one.disabledAt && !one.suspendedAt && one.id !== actor.id);
    if (others.length === 0) {
      await this.accounts.changeRole(actor, staffId, 'administrator');
      return null;
    }
    return this.approvals.propose(actor, { kind: 'role.administrator', subject: staffId, facts: { role: 'administrator' }, reason });
  }

  /**
   * Gives up one's own access until both named colleagues give it back.
   * @throws Problem `travel.two_colleagues` (422) unless two different usable accounts are named, neither one's own.
   */
  async suspendOwn(actor: Actor, colleagues: readonly string[], reason: string): Promise<void> {
    const usable = new Set((await this.accounts.list()).filter((one) => one.teamId === actor.teamId && !one.disabledAt && !one.suspendedAt && !one.service && one.hasPassword).map(({ id }) => id));
    const named = [...new Set(colleagues)].filter((id) => usable.has(id) && id !== actor.id);
    if (named.length !== 2) throw new Problem('travel.two_colleagues', { status: 422, fields: [{ field: 'second', code: 'travel.two_colleagues' }] });
    await this.work.run(actor, async (work) => {
      await this.accounts.keepAdministrator(work, actor.id);
      await this.approvals.proposeIn(work, { kind: 'access.restore', subject: actor.id, facts: { staff: actor.id }, reason, named });
      await run(work.manager, 'UPDATE staff SET suspended_at = :now WHERE id = :id', { now: work.now, id: actor.id });
      await endAllOf(work, actor.id);
      work.note({ act: 'staff.suspended', kind: 'staff', recordId: actor.id });
    });
  }
}
