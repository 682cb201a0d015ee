import { Body, Controller, Get, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { Response } from 'express';
import { cookieOf, Open, SESSION_COOKIE, type Signed } from '../../../access/public.js';
import type { Language } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { clearSessionCookie, fromOf, Oidc, Passkeys, Sessions, setSessionCookie, setStepCookie, SignIn, SignInInput, stepOf } from '../../../staff/public.js';
import { readForm, textOf, type FormBody } from '../../forms/public.js';
import { languageOf } from '../../http/language.js';
import { renderPage } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { PasskeyInput } from '../account/passkey.input.js';
import { CodeFormPage, SignInFormPage } from './sign-in.page.js';

const HTML = 'text/html; charset=utf-8';

@ApiExcludeController()
@Controller()
export class SignInPageController {
  constructor(
    private readonly sessions: Sessions,
    private readonly ways: SignIn,
    private readonly passkeys: Passkeys,
    private readonly oidc: Oidc,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('sign-in')
  @Open('the door itself: shows an empty form')
  @Header('Content-Type', HTML)
  show(@Req() request: Signed, @Res() response: Response): void {
    if (request.actor) return response.redirect(303, '/');
    const language = languageOf(request);
    const done = request.query.set === 'yes' ? wordsFor(language).say('signin.password.is_set') : null;
    response.send(renderPage(<SignInFormPage language={language} done={done} passkeys={this.passkeys.offered} oidc={this.oidc.offered} />));
  }

  @Post('sign-in')
  @Open('signs in; guarded by the password, the second factor and the throttle')
  async signIn(@Body() form: FormBody, @Req() request: Signed, @Res() response: Response): Promise<void> {
    try {
      const password = typeof form.password === 'string' ? form.password : '';
      const input = readForm(SignInInput, { name: textOf(form, 'name') ?? '', password });
      const signed = await this.ways.withPassword(input.name, input.password, fromOf(request, response, this.settings));
      if ('token' in signed) return this.enter(response, signed.token);
      setStepCookie(response, this.settings, signed.step);
      response.redirect(303, '/sign-in/code');
    } catch (error) {
      const problem = refused(error, response);
      const language = languageOf(request);
      const page = <SignInFormPage language={language} values={{ name: textOf(form, 'name') ?? '' }} refused={sentence(problem, language)} passkeys={this.passkeys.offered} oidc={this.oidc.offered} />;
      response.status(problem.status).type('html').send(renderPage(page));
    }
  }

  @Get('sign-in/code')
  @Open('the second step: shows an empty form')
  @Header('Content-Type', HTML)
  showCode(@Req() request: Signed): string {
    return renderPage(<CodeFormPage language={languageOf(request)} />);
  }

  @Post('sign-in/code')
  @Open('the second step; guarded by the first, the code and the throttle')
  async code(@Body() form: FormBody, @Req() request: Signed, @Res() response: Response): Promise<void> {
    try {
      this.enter(response, await this.ways.withCode(stepOf(request), textOf(form, 'code')?.slice(0, 40) ?? '', fromOf(request, response, this.settings)));
    } catch (error) {
      const problem = refused(error, response);
      const language = languageOf(request);
      response.status(problem.status).type('html').send(renderPage(<CodeFormPage language={language} refused={sentence(problem, language)} over={problem.code === 'session.step_over'} />));
    }
  }

  /** For the script of the page: what a passkey is to sign. */
  @Post('sign-in/passkey/options')
  @HttpCode(200)
  @Open('answers a random challenge and nothing else')
  async passkeyOptions(@Res({ passthrough: true }) response: Response): Promise<object> {
    const { options, step } = await this.ways.askPasskey();
    setStepCookie(response, this.settings, step);
    return options;
  }

  @Post('sign-in/passkey')
  @Open('signs in; guarded by the passkey')
  async passkey(@Body() form: FormBody, @Req() request: Signed, @Res() response: Response): Promise<void> {
    try {
      const answer = readForm(PasskeyInput, { answer: form.answer, label: '' }).read<AuthenticationResponseJSON>();
      this.enter(response, await this.ways.withPasskey(stepOf(request), answer, fromOf(request, response, this.settings)));
    } catch (error) {
      const problem = refused(error, response);
      const language = languageOf(request);
      response.status(problem.status).type('html').send(renderPage(<SignInFormPage language={language} refused={sentence(problem, language)} passkeys />));
    }
  }

  /** Open, so that a session that has just run out is no reason for an error. */
  @Post('sign-out')
  @Open('ends the session the request itself carries, if there is one')
  async signOut(@Req() request: Signed, @Res() response: Response): Promise<void> {
    const token = cookieOf(request, SESSION_COOKIE);
    if (request.actor && token) await this.sessions.end(request.actor, token);
    clearSessionCookie(response, this.settings);
    response.redirect(303, '/sign-in');
  }

  /** Away at once: the session ends and nothing of the product stays on the screen. */
  @Post('leave')
  @Open('ends the session the request itself carries, if there is one')
  async leave(@Req() request: Signed, @Res() response: Response): Promise<void> {
    const token = cookieOf(request, SESSION_COOKIE);
    if (request.actor && token) await this.sessions.end(request.actor, token);
    clearSessionCookie(response, this.settings);
    response.status(200).type('html').send('<!doctype html><html lang="en"><title>New tab</title></html>');
  }

  private enter(response: Response, token: string): void {
    setSessionCookie(response, this.settings, token);
    response.redirect(303, '/');
  }
}

function refused(error: unknown, response: Response): Problem {
  if (!(error instanceof Problem)) throw error;
  for (const [name, value] of Object.entries(error.detail.headers ?? {})) response.setHeader(name, value);
  return error;
}

function sentence(problem: Problem, language: Language): string {
  const words = wordsFor(language);
  const minutes = problem.detail.params?.minutes;
  return problem.code === 'session.too_many_tries' && minutes !== undefined
    ? words.say('signin.too_many', { minutes })
    : words.say(`problems.${problem.code === 'input.invalid' ? 'session.refused' : problem.code}`);
}
