import { Inject, Injectable } from '@nestjs/common';
import type { StaffRole } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import type { Settings } from '../kernel/settings/public.js';
import { daysIn, readDay, type Instant } from '../kernel/time/public.js';
import { Accounts } from './accounts.js';
import type { NewStaffInput } from './staff.input.js';
import { isKeeper, Teams } from './teams.js';
import { staffView, type StaffLinkView, type StaffView } from './staff.view.js';

/** What an administrator does with accounts, as pages and API both offer it. Looking at them is logged too. */
@Injectable()
export class AdministerStaff {
  constructor(
    private readonly accounts: Accounts,
    private readonly teams: Teams,
    private readonly work: UnitOfWork,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async list(actor: Actor): Promise<StaffView[]> {
    const members = (await this.accounts.list()).filter((member) => isKeeper(actor) || member.teamId === actor.teamId);
    await this.saw(actor, null, members.length);
    return members.map((member) => staffView(member, this.work.clock.now()));
  }

  async one(actor: Actor, id: string): Promise<StaffView> {
    await this.accounts.managed(actor, id);
    const member = await this.accounts.byId(id);
    await this.saw(actor, id, 1);
    return staffView(member, this.work.clock.now());
  }

  async create(actor: Actor, input: NewStaffInput): Promise<StaffLinkView> {
    const { signInName, name, role, teamId = actor.teamId } = input;
    await this.teams.one(actor, teamId);
    if (role === 'administrator') throw new Problem('staff.administrator_needs_two', { status: 409 });
    const expiresAt = this.endOf(input.lastDay ?? null);
    const { id, secret } = await this.accounts.create(actor, { signInName, name, role, language: input.language ?? actor.language, expiresAt, service: input.service ?? false, teamId });
    return { id, link: this.linkOf(secret) };
  }

  async invite(actor: Actor, id: string): Promise<StaffLinkView> {
    return { id, link: this.linkOf(await this.accounts.invite(actor, id)) };
  }

  disable(actor: Actor, id: string): Promise<void> {
    return this.accounts.disable(actor, id);
  }

  /** Ends everything an account can act by, at once. */
  async cutOff(actor: Actor, id: string): Promise<void> {
    await this.accounts.disable(actor, id, 'staff.cut_off');
  }

  enable(actor: Actor, id: string): Promise<void> {
    return this.accounts.enable(actor, id);
  }

  /** @throws Problem `staff.administrator_needs_two` (409): another administrator has to agree to that. */
  async changeRole(actor: Actor, id: string, role: StaffRole): Promise<void> {
    if (role === 'administrator') throw new Problem('staff.administrator_needs_two', { status: 409 });
    return this.accounts.changeRole(actor, id, role);
  }

  private linkOf(secret: string): string {
    return `${this.settings.publicUrl}/welcome/${secret}`;
  }

  private endOf(lastDay: string | null): Instant | null {
    if (lastDay === null) return null;
    const day = readDay(lastDay);
    if (!day) throw new Problem('time.impossible_date', { status: 422, fields: [{ field: 'lastDay', code: 'time.impossible_date' }] });
    return daysIn(this.settings.zone, day).latest;
  }

  private saw(actor: Actor, recordId: string | null, count: number): Promise<void> {
    return this.work.log([{ act: 'staff.listed', kind: 'staff', recordId, facts: { count }, actor, at: this.work.clock.now() }]);
  }
}
