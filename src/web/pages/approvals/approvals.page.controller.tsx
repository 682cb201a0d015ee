import { Body, Controller, Get, Header, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, type Signed } from '../../../access/public.js';
import { Approvals } from '../../../approvals/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { Accounts } from '../../../staff/public.js';
import { textOf, type FormBody } from '../../forms/public.js';
import { renderPage, viewerOf } from '../../parts/public.js';
import { ApprovalSecretPage, ApprovalsPage } from './approvals.page.js';

/** What takes two people: what waits for one's answer, and what became of one's own. */
@ApiExcludeController()
@Controller('approvals')
export class ApprovalsPageController {
  constructor(
    private readonly approvals: Approvals,
    private readonly accounts: Accounts,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Access('own.use', { confirm: true })
  @Header('Content-Type', 'text/html; charset=utf-8')
  async list(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    const { waiting, own } = await this.approvals.list(actor);
    const ids = [...waiting, ...own].flatMap(({ proposedBy, subject, facts }) => [proposedBy, subject, facts.staff ?? '']);
    const names = await this.accounts.namesOf(ids.filter((id) => id.length === 36));
    return renderPage(<ApprovalsPage viewer={viewerOf(request)} waiting={waiting} own={own} names={names} zone={this.settings.zone} />);
  }

  @Post(':id/answer')
  @Access('own.use', { confirm: true })
  async answer(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    const secret = await this.approvals.answer(actor, id, textOf(form, 'answer') === 'agree');
    if (secret === null) return response.redirect(303, '/approvals');
    response.status(200).type('html').send(renderPage(<ApprovalSecretPage viewer={viewerOf(request)} secret={secret} />));
  }

  @Post(':id/withdraw')
  @Access('own.use')
  async withdraw(@By() actor: Actor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    await this.approvals.withdraw(actor, id);
    response.redirect(303, '/approvals');
  }
}
