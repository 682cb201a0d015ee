import { Controller, Get, Header, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, Open, type Signed } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { Accounts, fromOf, Oidc, oidcStepOf, setOidcCookie, setSessionCookie, setStepCookie, SignIn } from '../../../staff/public.js';
import { languageOf } from '../../http/language.js';
import { renderPage, viewerOf } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { OidcPage } from './oidc.page.js';
import { SignInFormPage } from './sign-in.page.js';

/** Sign-in through the organisation's own service, and tying an account to it. */
@ApiExcludeController()
@Controller()
export class OidcPageController {
  constructor(
    private readonly oidc: Oidc,
    private readonly ways: SignIn,
    private readonly accounts: Accounts,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post('sign-in/oidc')
  @Open('sends the browser to the sign-in service; nothing of ours is told there')
  begin(@Res() response: Response): Promise<void> {
    return this.away(response, null);
  }

  /** The only GET that changes something: the protocol has it so. It is worth nothing without the cookie of the browser that began. */
  @Get('sign-in/oidc/back')
  @Open('ends what this browser began at the sign-in service; guarded by its cookie, state, nonce and PKCE')
  async back(@Req() request: Signed, @Res() response: Response): Promise<void> {
    try {
      const signed = await this.ways.withOidc(oidcStepOf(request), request.originalUrl, fromOf(request, response, this.settings));
      if ('token' in signed) setSessionCookie(response, this.settings, signed.token);
      else if ('step' in signed) setStepCookie(response, this.settings, signed.step);
      // Not a redirect: the browser comes from elsewhere and would leave our cookies at home.
      response.type('html').send(onwards('token' in signed ? '/' : 'step' in signed ? '/sign-in/code' : '/account?done=oidc'));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const language = languageOf(request);
      const page = <SignInFormPage language={language} refused={wordsFor(language).say(`problems.${error.code}`)} oidc={this.oidc.offered} />;
      response.status(error.status).type('html').send(renderPage(page));
    }
  }

  @Get('account/oidc')
  @Access('own.use', { confirm: true })
  @Header('Content-Type', 'text/html; charset=utf-8')
  async own(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    const { openedElsewhere } = await this.accounts.byId(actor.id);
    return renderPage(<OidcPage viewer={viewerOf(request)} tied={openedElsewhere} offered={this.oidc.offered} />);
  }

  @Post('account/oidc')
  @Access('own.use', { confirm: true })
  tie(@By() actor: Actor, @Res() response: Response): Promise<void> {
    if (actor.lowRisk) throw Problem.notFound();
    return this.away(response, actor.id);
  }

  @Post('account/oidc/remove')
  @Access('own.use', { confirm: true })
  async untie(@By() actor: Actor, @Res() response: Response): Promise<void> {
    await this.ways.untie(actor);
    response.redirect(303, '/account?done=oidc_removed');
  }

  private async away(response: Response, staffId: string | null): Promise<void> {
    const { to, step } = await this.oidc.begin(staffId);
    setOidcCookie(response, this.settings, step);
    response.redirect(303, to);
  }
}

const onwards = (path: string): string => `<!doctype html><html lang="en"><meta http-equiv="refresh" content="0;url=${path}"><title>…</title><a href="${path}">→</a></html>`;
