import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, type Signed } from '../../../access/public.js';
import { FindCases } from '../../../cases/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { ShareCase, ShareCaseInput, SharePartInput } from '../../../shares/public.js';
import { Teams } from '../../../staff/public.js';
import { faultsShown, readForm, textOf, type FormBody } from '../../forms/public.js';
import { newFormKey, renderPage, viewerOf } from '../../parts/public.js';
import { SharePage, type ShareRefused } from './share.page.js';

/** Sharing one case with another organisation on this installation. */
@ApiExcludeController()
@Controller('cases/:id/share')
export class SharePageController {
  constructor(
    private readonly find: FindCases,
    private readonly shareCase: ShareCase,
    private readonly teams: Teams,
  ) {}

  @Get()
  @Access('case.record', { confirm: true })
  @Header('Content-Type', 'text/html; charset=utf-8')
  async form(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    const [found, partners] = await Promise.all([this.find.one(actor, id), this.teams.partners(actor)]);
    return renderPage(<SharePage viewer={viewerOf(request)} found={found} partners={partners} onceKey={newFormKey()} />);
  }

  /** All of it; or, by the other button, only those who agreed in a case of their own. A refusal says who has not, and keeps what was typed. */
  @Post()
  @Access('case.record', { confirm: true })
  async share(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    try {
      response.redirect(303, `/cases/${await this.shared(actor, id, form)}`);
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 404) throw error;
      const [found, partners] = await Promise.all([this.find.one(actor, id), this.teams.partners(actor)]);
      const said = { values: form, faults: faultsShown(error), refused: (error.detail.extra ?? {}) as ShareRefused, onceKey: textOf(form, '_key') ?? newFormKey() };
      response.status(error.status).type('html').send(renderPage(<SharePage viewer={viewerOf(request)} found={found} partners={partners} {...said} />));
    }
  }

  /** Answers the case that is shared now. */
  private async shared(actor: Actor, id: string, form: FormBody): Promise<string> {
    const said = { teamId: textOf(form, 'teamId') ?? '', conditionsRead: textOf(form, 'conditionsRead') === 'yes' };
    if (textOf(form, 'how') === 'part') return this.shareCase.part(actor, id, readForm(SharePartInput, { ...said, title: textOf(form, 'title') ?? '' }));
    await this.shareCase.run(actor, id, readForm(ShareCaseInput, said));
    return id;
  }
}
