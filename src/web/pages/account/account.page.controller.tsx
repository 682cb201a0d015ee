import { Body, Controller, Get, Header, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, cookieOf, SESSION_COOKIE, type Signed } from '../../../access/public.js';
import { StaffApprovals } from '../../../approvals/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { Accounts, ApiTokens, clearSessionCookie, Factors, NewPasswordInput, Passkeys, Passwords, Sessions } from '../../../staff/public.js';
import { faultsShown, readForm, textOf, type FormBody } from '../../forms/public.js';
import { renderPage, viewerOf } from '../../parts/public.js';
import { AccountPage } from './account.page.js';
import { PasswordPage } from './password.page.js';
import { TravelPage } from './travel.page.js';

const HTML = 'text/html; charset=utf-8';

/** One's own account: who the product takes one for, from where, and how to give access up. */
@ApiExcludeController()
@Controller('account')
export class AccountPageController {
  constructor(
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly factors: Factors,
    private readonly passkeys: Passkeys,
    private readonly tokens: ApiTokens,
    private readonly approvals: StaffApprovals,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Access('own.use')
  @Header('Content-Type', HTML)
  async own(@By() actor: Actor, @Req() request: Signed, @Query('done') done?: string): Promise<string> {
    const [own, before, sessions, factors, codesLeft, tokens] = await Promise.all([
      ...[this.accounts.byId(actor.id), this.sessions.beforeThis(actor), this.sessions.own(actor)] as const,
      ...[this.factors.own(actor), this.factors.codesLeft(actor), this.tokens.of(actor.id)] as const,
    ]);
    const { secondFactor, duress, zone } = this.settings;
    const facts = { own, before, sessions, factors, codesLeft, tokens, zone, duress, passkeys: this.passkeys.offered, oidc: this.settings.oidc !== null };
    const blockedUntil = request.standing?.exportsFrom ?? null;
    return renderPage(<AccountPage viewer={viewerOf(request, own.name)} {...facts} required={secondFactor === 'required'} blockedUntil={blockedUntil} done={done ?? null} />);
  }

  @Post('sessions/others/end')
  @Access('own.use')
  async endOthers(@By() actor: Actor, @Req() request: Signed, @Res() response: Response): Promise<void> {
    await this.sessions.endOthers(actor, cookieOf(request, SESSION_COOKIE) ?? '');
    response.redirect(303, '/account?done=sessions');
  }

  @Post('sessions/:mark/end')
  @Access('own.use')
  async endOne(@By() actor: Actor, @Param('mark') mark: string, @Res() response: Response): Promise<void> {
    await this.sessions.endOne(actor, mark);
    response.redirect(303, '/account?done=sessions');
  }

  @Get('password')
  @Access('own.use', { confirm: true })
  @Header('Content-Type', HTML)
  passwordForm(@Req() request: Signed, @Query('which') which?: string): string {
    return renderPage(<PasswordPage viewer={viewerOf(request)} which={which === 'duress' && this.settings.duress ? 'duress' : 'password'} />);
  }

  @Post('password')
  @Access('own.use', { confirm: true })
  async changePassword(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    const which = form.which === 'duress' && this.settings.duress ? 'duress' : 'password';
    try {
      if (form.fresh !== form.again) throw Problem.invalid([{ field: 'again', code: 'password.not_the_same' }]);
      const input = readForm(NewPasswordInput, { present: form.present, fresh: form.fresh });
      await this.passwords.change(actor, input.present, input.fresh, which);
      if (which === 'password') await this.sessions.endOthers(actor, cookieOf(request, SESSION_COOKIE) ?? '');
      response.redirect(303, '/account?done=password');
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const faults = error.detail.fields ?? [{ field: 'fresh', code: error.code, ...(error.detail.params ? { params: error.detail.params } : {}) }];
      response.status(error.status).type('html').send(renderPage(<PasswordPage viewer={viewerOf(request)} which={which} faults={faults} />));
    }
  }

  /** Asks colleagues to say that this browser is one's own. */
  @Post('vouch')
  @Access('own.use')
  async vouch(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    const device = await this.sessions.deviceOf(cookieOf(request, SESSION_COOKIE) ?? '');
    if (device) await this.approvals.askToVouch(actor, device, textOf(form, 'reason')?.slice(0, 500) ?? '');
    response.redirect(303, '/account?done=vouch');
  }

  @Get('travel')
  @Access('own.use')
  @Header('Content-Type', HTML)
  async travelForm(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    return renderPage(<TravelPage viewer={viewerOf(request)} colleagues={await this.colleagues(actor)} />);
  }

  @Post('travel')
  @Access('own.use')
  async travel(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    try {
      await this.approvals.suspendOwn(actor, [textOf(form, 'first') ?? '', textOf(form, 'second') ?? ''], textOf(form, 'reason')?.slice(0, 500) ?? '');
      clearSessionCookie(response, this.settings);
      response.redirect(303, '/sign-in');
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const page = <TravelPage viewer={viewerOf(request)} colleagues={await this.colleagues(actor)} values={form} faults={faultsShown(error)} />;
      response.status(error.status).type('html').send(renderPage(page));
    }
  }

  private async colleagues(actor: Actor): Promise<{ value: string; label: string }[]> {
    const members = await this.accounts.list();
    const usable = members.filter((one) => one.teamId === actor.teamId && one.id !== actor.id && one.hasPassword && !one.disabledAt && !one.suspendedAt && !one.service);
    return usable.map(({ id, name }) => ({ value: id, label: name }));
  }
}
