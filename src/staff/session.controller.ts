import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, cookieOf, Open, SESSION_COOKIE, type Signed } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import type { Settings } from '../kernel/settings/public.js';
import { clearSessionCookie, setSessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';
import { SignInInput } from './staff.input.js';
import type { SessionView } from './staff.view.js';

@ApiTags('session')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Signs in: the secret goes into a cookie and never into the answer. */
  @Post()
  @HttpCode(204)
  @Open('signs in; guarded by the password and the throttle')
  async start(@Body() input: SignInInput, @Req() request: Signed, @Res({ passthrough: true }) response: Response): Promise<void> {
    const { token } = await this.sessions.start(input.name, input.password, request.ip ?? '');
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
}
