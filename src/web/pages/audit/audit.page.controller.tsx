import { Controller, Get, Header, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access, By, type Signed } from '../../../access/public.js';
import { AuditListInput, FindAudit, VerifyAudit, type ChainState } from '../../../audit/public.js';
import { HOME_TEAM, type Actor } from '../../../kernel/actor/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { Accounts } from '../../../staff/public.js';
import { renderPage, viewerOf } from '../../parts/public.js';
import { askedFor } from '../asked-for.js';
import { AuditListPage } from './audit-list.page.js';

const HTML = 'text/html; charset=utf-8';

@ApiExcludeController()
@Controller('audit')
export class AuditPageController {
  constructor(
    private readonly find: FindAudit,
    private readonly verify: VerifyAudit,
    private readonly accounts: Accounts,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Access('audit.read')
  @Header('Content-Type', HTML)
  list(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    return this.page(actor, request);
  }

  /** A POST, because it leaves an entry and may take a while: nothing should fetch it ahead of time. */
  @Post('verify')
  @HttpCode(200)
  @Access('audit.read')
  @Header('Content-Type', HTML)
  async verifyNow(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    return this.page(actor, request, await this.verify.run(actor));
  }

  private async page(actor: Actor, request: Signed, found?: ChainState): Promise<string> {
    const { input, query } = askedFor(AuditListInput, request);
    const page = await this.find.page(actor, input);
    const [state, staff] = await Promise.all([this.verify.last(), this.accounts.list()]);
    const seen = actor.teamId === HOME_TEAM ? staff : staff.filter((member) => member.teamId === actor.teamId);
    const names = new Map(seen.map((member) => [member.id, member.name]));
    const shown = { page, query, state, names, zone: this.settings.zone, ...(found ? { found } : {}) };
    return renderPage(<AuditListPage viewer={viewerOf(request)} {...shown} />);
  }
}
