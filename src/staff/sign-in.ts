import { Inject, Injectable } from '@nestjs/common';
import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { EntityManager, In } from 'typeorm';
import { systemActor, type Actor } from '../kernel/actor/public.js';
import { UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import type { Settings } from '../kernel/settings/public.js';
import { Accounts } from './accounts.js';
import { Factors } from './factors.js';
import { Notices } from './notices.js';
import { Oidc } from './oidc.js';
import { Passkeys, type Asked } from './passkeys.js';
import { passwordFits } from './password.js';
import { Sessions, usable } from './sessions.js';
import { SignInSteps } from './sign-in-steps.js';
import { Staff } from './staff.entity.js';
import { Throttle } from './throttle.js';

/** Where a request comes from: its address, for the throttle, and the secret of its browser. */
export interface From {
  readonly address: string;
  readonly device: string;
}

/** `token`: the secret of the new session. `step`: the password was right, the second factor is awaited. */
export type SignedIn = { readonly token: string } | { readonly step: string };

/** The ways in: password and second factor, or a passkey, which is both at once. */
@Injectable()
export class SignIn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: EntityManager,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly factors: Factors,
    private readonly passkeys: Passkeys,
    private readonly steps: SignInSteps,
    private readonly oidc: Oidc,
    private readonly notices: Notices,
    private readonly throttle: Throttle,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws Problem `session.refused` (401), the same for a wrong name, a wrong password, a disabled and a suspended account. */
  async withPassword(signInName: string, password: string, from: From): Promise<SignedIn> {
    const account = this.accounts.tokenOf(signInName);
    this.throttle.ask(account, from.address);
    const row = await this.reader.findOneBy(Staff, { signInToken: account });
    const fits = await passwordFits(password, row?.passwordHash ?? null);
    // Both are always compared where the passphrase for duress is allowed at all: the time tells nothing.
    const duress = this.settings.duress && (await passwordFits(password, row?.duressHash ?? null));
    if (!row || !(fits || duress) || !usable(row, this.work.clock.now())) {
      this.throttle.failed(account, from.address);
      await this.logRefused(row, 'session.refused');
      throw new Problem('session.refused', { status: 401 });
    }
    this.throttle.succeeded(account, from.address);
    const lowRisk = !fits;
    if (row.factorSince) return { step: await this.steps.begin({ staffId: row.id, purpose: 'code', challenge: null, lowRisk }) };
    return { token: await this.sessions.open(row, { device: from.device, lowRisk }) };
  }

  /** The second step. @throws Problem `factor.code_wrong` (401), and `session.step_over` when there is no first one any more. */
  async withCode(stepToken: string | null, code: string, from: From): Promise<string> {
    const step = await this.steps.waiting(stepToken, 'code');
    const staffId = step.staffId ?? '';
    this.throttle.ask(`code ${staffId}`, from.address);
    await this.steps.tried(step);
    const row = await this.accounts.row(staffId);
    if (!usable(row, this.work.clock.now())) throw new Problem('session.step_over', { status: 401 });
    const how = await this.take(row, code, (work) => this.steps.spend(work.manager, step));
    if (!how) {
      this.throttle.failed(`code ${staffId}`, from.address);
      await this.logRefused(row, 'session.code_refused');
      throw new Problem('factor.code_wrong', { status: 401 });
    }
    return this.sessions.open(row, { device: from.device, lowRisk: step.lowRisk });
  }

  askPasskey(): Promise<Asked<PublicKeyCredentialRequestOptionsJSON>> {
    return this.passkeys.ask();
  }

  /** @throws Problem `factor.passkey_refused` (401) */
  async withPasskey(stepToken: string | null, response: AuthenticationResponseJSON, from: From): Promise<string> {
    const row = await this.takePasskey(stepToken, response);
    if (!usable(row, this.work.clock.now())) throw new Problem('factor.passkey_refused', { status: 401 });
    return this.sessions.open(row, { device: from.device, lowRisk: false });
  }

  /**
   * Back from the organisation's sign-in service: it stands for the password. An account that began this itself is tied to it.
   * @throws Problem `oidc.refused` (401), alike for nobody's account there and one that may not sign in; `oidc.taken` (409)
   */
  async withOidc(stepToken: string | null, path: string, from: From): Promise<SignedIn | { readonly tied: true }> {
    const { tokens, staffId } = await this.oidc.back(stepToken, path);
    if (staffId) return this.tie(staffId, tokens);
    const row = await this.reader.findOneBy(Staff, { elsewhereToken: In([...tokens]) });
    if (!row || !usable(row, this.work.clock.now())) {
      await this.logRefused(row, 'session.refused');
      throw new Problem('oidc.refused', { status: 401 });
    }
    if (row.factorSince) return { step: await this.steps.begin({ staffId: row.id, purpose: 'code', challenge: null }) };
    return { token: await this.sessions.open(row, { device: from.device, lowRisk: false }) };
  }

  untie(actor: Actor): Promise<void> {
    return this.work.run(actor, async (work) => {
      await work.manager.update(Staff, { id: actor.id }, { elsewhereToken: null });
      work.note({ act: 'staff.untied', kind: 'staff', recordId: actor.id });
    });
  }

  private async tie(staffId: string, tokens: readonly [string, ...string[]]): Promise<{ tied: true }> {
    const row = await this.accounts.row(staffId);
    await this.work.run(this.sessions.actorWithout(row), async (work) => {
      const other = await work.manager.findOneBy(Staff, { elsewhereToken: In([...tokens]) });
      if (other && other.id !== staffId) throw new Problem('oidc.taken', { status: 409 });
      await work.manager.update(Staff, { id: staffId }, { elsewhereToken: tokens[0] });
      await this.notices.tell(work, [staffId], 'oidc.tied');
      work.note({ act: 'staff.tied', kind: 'staff', recordId: staffId });
    });
    return { tied: true };
  }

  /** Shows once more that it is you: with a code where there is an app, else with the password. @throws Problem `session.not_confirmed` (401) */
  async confirm(actor: Actor, token: string, said: { password?: string | undefined; code?: string | undefined }, address: string): Promise<void> {
    this.throttle.ask(`confirm ${actor.id}`, address);
    const row = await this.accounts.row(actor.id);
    const right = actor.lowRisk ? false : said.code ? Boolean(await this.take(row, said.code)) : !row.factorSince && (await passwordFits(said.password ?? '', row.passwordHash));
    if (!right) {
      this.throttle.failed(`confirm ${actor.id}`, address);
      await this.logRefused(row, 'session.code_refused');
      throw new Problem('session.not_confirmed', { status: 401 });
    }
    await this.sessions.confirmed(actor, token);
  }

  async confirmWithPasskey(actor: Actor, token: string, stepToken: string | null, response: AuthenticationResponseJSON): Promise<void> {
    const row = await this.takePasskey(stepToken, response);
    if (row.id !== actor.id || actor.lowRisk) throw new Problem('factor.passkey_refused', { status: 401 });
    await this.sessions.confirmed(actor, token);
  }

  private async take(row: Staff, code: string, then?: (work: Work) => Promise<void>): Promise<'totp' | 'passkey' | 'recovery' | null> {
    return this.work.run(this.sessions.actorWithout(row), async (work) => {
      const how = await this.factors.takeCode(work, row.id, code);
      if (how && then) await then(work);
      work.note({ act: how ? 'session.code_taken' : 'session.code_asked', kind: 'session', recordId: row.id, facts: how ? { how } : {} });
      return how;
    }, { evenWhenFull: true });
  }

  private async takePasskey(stepToken: string | null, response: AuthenticationResponseJSON): Promise<Staff> {
    const { row: factor, counter, step } = await this.passkeys.shown(stepToken, response);
    const row = await this.accounts.row(factor.staffId);
    await this.work.run(this.sessions.actorWithout(row), async (work) => {
      await this.steps.spend(work.manager, step);
      await this.factors.counted(work, factor, counter);
      work.note({ act: 'session.code_taken', kind: 'session', recordId: row.id, facts: { how: 'passkey' } });
    }, { evenWhenFull: true });
    return row;
  }

  private async logRefused(row: Staff | null, act: string): Promise<void> {
    const note = { act, kind: 'session', recordId: row?.id ?? null, allowed: false };
    await this.work.log([{ ...note, actor: systemActor('sign-in'), at: this.work.clock.now() }]);
  }
}
