import { Body, Controller, Get, Header, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, type Signed } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { isInstant } from '../../../kernel/time/public.js';
import { Accounts, Notices } from '../../../staff/public.js';
import { textOf, type FormBody } from '../../forms/public.js';
import { renderPage, viewerOf } from '../../parts/public.js';
import { NoticesPage } from './notices.page.js';

/** What one has to be told; there is no mail that others could read. */
@ApiExcludeController()
@Controller('notices')
export class NoticesPageController {
  constructor(
    private readonly notices: Notices,
    private readonly accounts: Accounts,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Access('own.use')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async list(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    const notices = actor.lowRisk ? [] : await this.notices.of(actor);
    const names = await this.accounts.namesOf(notices.flatMap(({ facts }) => (facts.staff ? [String(facts.staff)] : [])));
    return renderPage(<NoticesPage viewer={viewerOf(request)} notices={notices} names={names} zone={this.settings.zone} />);
  }

  @Post('seen')
  @Access('own.use')
  async seen(@By() actor: Actor, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    const until = textOf(form, 'until');
    if (until && isInstant(until)) await this.notices.seen(actor, until);
    response.redirect(303, '/notices');
  }
}
