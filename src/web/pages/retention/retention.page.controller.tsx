import { Body, Controller, Get, Header, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, type Signed } from '../../../access/public.js';
import { FindErasures } from '../../../erasure/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { erasingClasses, PastItsTime, PastItsTimeInput, ProposeRetention, ProposeRetentionInput } from '../../../retention/public.js';
import { Accounts } from '../../../staff/public.js';
import { faultsShown, readForm, textOf, textsOf, type FormBody } from '../../forms/public.js';
import { renderPage, viewerOf } from '../../parts/public.js';
import { askedFor } from '../asked-for.js';
import { PastItsTimePage, RetentionPage } from './retention.page.js';

const HTML = 'text/html; charset=utf-8';

/** How long records are kept; what is past its time is proposed here and erased only when a second person agrees. */
@ApiExcludeController()
@Controller('retention')
export class RetentionPageController {
  constructor(
    private readonly past: PastItsTime,
    private readonly proposals: ProposeRetention,
    private readonly erasures: FindErasures,
    private readonly accounts: Accounts,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Access('request.record')
  @Header('Content-Type', HTML)
  async show(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    const erased = actor.permissions.has('erasure.decide') ? await this.erasures.list(actor) : null;
    const names = await this.accounts.namesOf((erased ?? []).flatMap(({ erasedBy, approvedBy }) => [erasedBy, approvedBy]).filter((id) => id.length === 36));
    return renderPage(<RetentionPage viewer={viewerOf(request)} erased={erased} names={names} zone={this.settings.zone} />);
  }

  @Get(':id')
  @Access('request.record')
  @Header('Content-Type', HTML)
  list(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    return this.page(actor, request, id, {});
  }

  @Post(':id/propose')
  @Access('request.record', { confirm: true })
  async propose(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    try {
      await this.proposals.propose(actor, id, readForm(ProposeRetentionInput, { individualIds: textsOf(form, 'individualIds'), reason: textOf(form, 'reason') ?? '' }));
      response.redirect(303, '/approvals');
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 404) throw error;
      response.status(error.status).type('html').send(await this.page(actor, request, id, form, error));
    }
  }

  private async page(actor: Actor, request: Signed, id: string, values: FormBody, problem?: Problem): Promise<string> {
    const of = erasingClasses.find((one) => one.id === id);
    if (!of) throw Problem.notFound();
    const { input } = askedFor(PastItsTimeInput, request);
    const page = await this.past.page(actor, id, input.after);
    return renderPage(<PastItsTimePage viewer={viewerOf(request)} of={of} page={page} zone={this.settings.zone} values={values} faults={problem ? faultsShown(problem) : []} />);
  }
}
