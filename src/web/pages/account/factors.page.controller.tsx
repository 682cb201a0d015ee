import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Response } from 'express';
import { Access, By, type Signed } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { Accounts, Factors, NewFactorInput, Passkeys, setStepCookie, stepOf } from '../../../staff/public.js';
import { faultsShown, readForm, textOf, type FormBody } from '../../forms/public.js';
import { renderPage, viewerOf } from '../../parts/public.js';
import { AppPage, CodesPage, PasskeyPage } from './factor-pages.js';
import { PasskeyInput } from './passkey.input.js';

const HTML = 'text/html; charset=utf-8';

/** Adding second factors and taking them away. */
@ApiExcludeController()
@Controller('account')
export class FactorsPageController {
  constructor(
    private readonly accounts: Accounts,
    private readonly factors: Factors,
    private readonly passkeys: Passkeys,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('factors/app')
  @Access('own.use', { confirm: true })
  @Header('Content-Type', HTML)
  async appForm(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    const { signInName } = await this.accounts.byId(actor.id);
    return renderPage(<AppPage viewer={viewerOf(request)} {...this.factors.draftTotp(actor, signInName)} />);
  }

  @Post('factors/app')
  @Access('own.use', { confirm: true })
  async addApp(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    const said = { draft: textOf(form, 'draft') ?? '', code: textOf(form, 'code') ?? '', label: textOf(form, 'label') ?? '' };
    try {
      this.sendCodes(request, response, await this.factors.addTotp(actor, readForm(NewFactorInput, said)));
    } catch (error) {
      if (!(error instanceof Problem) || error.code === 'factor.draft_spent') throw error;
      const { signInName } = await this.accounts.byId(actor.id);
      const draft = { draft: said.draft, ...this.factors.again(actor, said.draft, signInName) };
      response.status(error.status).type('html').send(renderPage(<AppPage viewer={viewerOf(request)} {...draft} values={form} faults={faultsShown(error)} />));
    }
  }

  @Get('factors/passkey')
  @Access('own.use', { confirm: true })
  @Header('Content-Type', HTML)
  passkeyForm(@Req() request: Signed): string {
    return renderPage(<PasskeyPage viewer={viewerOf(request)} />);
  }

  /** For the script of the page: what the browser is to make. */
  @Post('factors/passkey/options')
  @HttpCode(200)
  @Access('own.use', { confirm: true })
  async passkeyOptions(@By() actor: Actor, @Res({ passthrough: true }) response: Response): Promise<object> {
    const { signInName } = await this.accounts.byId(actor.id);
    const { options, step } = await this.passkeys.askNew(actor, signInName);
    setStepCookie(response, this.settings, step);
    return options;
  }

  @Post('factors/passkey')
  @Access('own.use', { confirm: true })
  async addPasskey(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    const input = readForm(PasskeyInput, { answer: form.answer, label: textOf(form, 'label') ?? '' });
    const answer = input.read<RegistrationResponseJSON>();
    this.sendCodes(request, response, await this.passkeys.add(actor, stepOf(request), answer, input.label));
  }

  @Post('factors/:id/revoke')
  @Access('own.use', { confirm: true })
  async revoke(@By() actor: Actor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    await this.factors.revoke(actor, id);
    response.redirect(303, '/account?done=factor_revoked');
  }

  @Post('recovery-codes')
  @Access('own.use', { confirm: true })
  async newCodes(@By() actor: Actor, @Req() request: Signed, @Res() response: Response): Promise<void> {
    this.sendCodes(request, response, await this.factors.newCodes(actor));
  }

  /** In this one answer and never again. */
  private sendCodes(request: Signed, response: Response, codes: readonly string[]): void {
    if (codes.length === 0) return response.redirect(303, '/account?done=factor_added');
    response.status(201).type('html').send(renderPage(<CodesPage viewer={viewerOf(request)} codes={codes} />));
  }
}
