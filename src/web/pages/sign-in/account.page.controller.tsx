import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access, By, type Signed } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { Accounts, Sessions } from '../../../staff/public.js';
import { renderPage, viewerOf } from '../../parts/public.js';
import { AccountPage } from './account.page.js';

@ApiExcludeController()
@Controller('account')
export class AccountPageController {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Access('own.use')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async own(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    const [own, before] = await Promise.all([this.accounts.byId(actor.id), this.sessions.beforeThis(actor)]);
    return renderPage(<AccountPage viewer={viewerOf(request, own.name)} own={own} before={before} zone={this.settings.zone} />);
  }
}
