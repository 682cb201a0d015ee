import { Body, Controller, Get, Header, HttpCode, Post, Query, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { Response } from 'express';
import { Access, By, cookieOf, SESSION_COOKIE, type Signed } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { ConfirmInput, Factors, Passkeys, setStepCookie, SignIn, stepOf } from '../../../staff/public.js';
import { readForm, textOf, type FormBody } from '../../forms/public.js';
import { renderPage, viewerOf } from '../../parts/public.js';
import { ownPath } from '../sign-in/language.page.controller.js';
import { ConfirmPage } from './confirm.page.js';
import { PasskeyInput } from './passkey.input.js';

/** "Is it still you?" before what would do harm in other hands. */
@ApiExcludeController()
@Controller('account/confirm')
export class ConfirmPageController {
  constructor(
    private readonly ways: SignIn,
    private readonly factors: Factors,
    private readonly passkeys: Passkeys,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Access('own.use')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async ask(@By() actor: Actor, @Req() request: Signed, @Query('back') back?: string): Promise<string> {
    return renderPage(await this.page(actor, request, ownPath(back), null));
  }

  @Post()
  @Access('own.use')
  async confirm(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    const back = ownPath(textOf(form, 'back'));
    try {
      const password = typeof form.password === 'string' ? form.password : undefined;
      const said = readForm(ConfirmInput, { password, code: textOf(form, 'code') });
      await this.ways.confirm(actor, cookieOf(request, SESSION_COOKIE) ?? '', said, request.ip ?? '');
      response.redirect(303, back);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      response.status(error.status).type('html').send(renderPage(await this.page(actor, request, back, error.code)));
    }
  }

  @Post('passkey/options')
  @HttpCode(200)
  @Access('own.use')
  async options(@Res({ passthrough: true }) response: Response): Promise<object> {
    const { options, step } = await this.ways.askPasskey();
    setStepCookie(response, this.settings, step);
    return options;
  }

  @Post('passkey')
  @Access('own.use')
  async passkey(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    const answer = readForm(PasskeyInput, { answer: form.answer, label: '' }).read<AuthenticationResponseJSON>();
    await this.ways.confirmWithPasskey(actor, cookieOf(request, SESSION_COOKIE) ?? '', stepOf(request), answer);
    response.redirect(303, ownPath(textOf(form, 'back')));
  }

  private async page(actor: Actor, request: Signed, back: string, refused: string | null) {
    const kinds = new Set((await this.factors.own(actor)).map(({ kind }) => kind));
    return <ConfirmPage viewer={viewerOf(request)} back={back} refused={refused} app={kinds.has('totp')} passkey={this.passkeys.offered && kinds.has('passkey')} />;
  }
}
