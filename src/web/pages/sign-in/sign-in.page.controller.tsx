import { Body, Controller, Get, Header, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { cookieOf, Open, SESSION_COOKIE, type Signed } from '../../../access/public.js';
import type { Language } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { clearSessionCookie, Sessions, setSessionCookie, SignInInput } from '../../../staff/public.js';
import { readForm, textOf, type FormBody } from '../../forms/public.js';
import { languageOf } from '../../http/language.js';
import { renderPage } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { SignInFormPage } from './sign-in.page.js';

@ApiExcludeController()
@Controller()
export class SignInPageController {
  constructor(
    private readonly sessions: Sessions,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('sign-in')
  @Open('the door itself: shows an empty form')
  @Header('Content-Type', 'text/html; charset=utf-8')
  show(@Req() request: Signed, @Res() response: Response): void {
    if (request.actor) return response.redirect(303, '/');
    const language = languageOf(request);
    const done = request.query.set === 'yes' ? wordsFor(language).say('signin.password.is_set') : null;
    response.send(renderPage(<SignInFormPage language={language} done={done} />));
  }

  @Post('sign-in')
  @Open('signs in; guarded by the password and the throttle')
  async signIn(@Body() form: FormBody, @Req() request: Signed, @Res() response: Response): Promise<void> {
    try {
      const password = typeof form.password === 'string' ? form.password : '';
      const input = readForm(SignInInput, { name: textOf(form, 'name') ?? '', password });
      const { token } = await this.sessions.start(input.name, input.password, request.ip ?? '');
      setSessionCookie(response, this.settings, token);
      response.redirect(303, '/');
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      for (const [name, value] of Object.entries(error.detail.headers ?? {})) response.setHeader(name, value);
      const language = languageOf(request);
      const page = <SignInFormPage language={language} values={{ name: textOf(form, 'name') ?? '' }} refused={sentence(error, language)} />;
      response.status(error.status).type('html').send(renderPage(page));
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
}

function sentence(problem: Problem, language: Language): string {
  const words = wordsFor(language);
  const minutes = problem.detail.params?.minutes;
  return problem.code === 'session.too_many_tries' && minutes !== undefined
    ? words.say('signin.too_many', { minutes })
    : words.say(`problems.${problem.code === 'input.invalid' ? 'session.refused' : problem.code}`);
}
