import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, cookieOf, Open, SESSION_COOKIE, type Signed } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { Problem } from '../kernel/errors/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import type { Settings } from '../kernel/settings/public.js';
import { clearSessionCookie, fromOf, setSessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { ConfirmInput, SignInInput } from './staff.input.js';
import type { OpenSessionView, SessionView } from './staff.view.js';

@ApiTags('session')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly signIn: SignIn,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Signs in: the secret goes into a cookie and never into the answer. An account with an app gives its code at once. */
  @Post()
  @HttpCode(204)
  @Open('signs in; guarded by the password, the second factor and the throttle')
  async start(@Body() input: SignInInput, @Req() request: Signed, @Res({ passthrough: true }) response: Response): Promise<void> {
    const from = fromOf(request, response, this.settings);
    const signed = await this.signIn.withPassword(input.name, input.password, from);
    if ('step' in signed && !input.code) throw new Problem('session.code_needed', { status: 401 });
    const token = 'token' in signed ? signed.token : await this.signIn.withCode(signed.step, input.code ?? '', from);
    setSessionCookie(response, this.settings, token);
  }

  /** Who is signed in, and what they may do. */
  @Get()
  @Access('own.use')
  async who(@By() actor: Actor): Promise<SessionView> {
    const { id, role, language, permissions } = actor;
    return { id, role, language, permissions: [...permissions].sort(), lastSignInAt: await this.sessions.beforeThis(actor) };
  }

  @Delete()
  @HttpCode(204)
  @Access('own.use')
  async end(@By() actor: Actor, @Req() request: Signed, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.end(actor, cookieOf(request, SESSION_COOKIE) ?? '');
    clearSessionCookie(response, this.settings);
  }

  /** Shows again that it is you, before something that asks for it. */
  @Post('confirmation')
  @HttpCode(204)
  @Access('own.use')
  async confirm(@By() actor: Actor, @Body() input: ConfirmInput, @Req() request: Signed): Promise<void> {
    await this.signIn.confirm(actor, cookieOf(request, SESSION_COOKIE) ?? '', input, request.ip ?? '');
  }

  /** All browsers the account is signed in with. */
  @Get('all')
  @Access('own.use')
  all(@By() actor: Actor): Promise<OpenSessionView[]> {
    return this.sessions.own(actor);
  }

  @Delete('all/:mark')
  @HttpCode(204)
  @Access('own.use')
  endOne(@By() actor: Actor, @Param('mark') mark: string): Promise<void> {
    return this.sessions.endOne(actor, mark);
  }

  /** All but the one in use. */
  @Delete('all')
  @HttpCode(204)
  @Access('own.use')
  endOthers(@By() actor: Actor, @Req() request: Signed): Promise<void> {
    return this.sessions.endOthers(actor, cookieOf(request, SESSION_COOKIE) ?? '');
  }
}
