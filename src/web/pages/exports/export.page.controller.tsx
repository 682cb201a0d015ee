import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, type Signed } from '../../../access/public.js';
import { FindDetentions } from '../../../detentions/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { AsKnownInput, momentAsked } from '../../../kernel/http/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { Clock } from '../../../kernel/time/public.js';
import { faultsShown, readForm, textOf, type FormBody } from '../../forms/public.js';
import { renderPage, viewerOf } from '../../parts/public.js';
import { PartnerChoices } from '../partner-choices.js';
import { ExportPage } from './export.page.js';
import { ExportTimelineInput } from './export.input.js';
import { TimelineExports } from './timeline-exports.js';

@ApiExcludeController()
@Controller('detentions/:id/export')
export class ExportPageController {
  constructor(
    private readonly detentions: FindDetentions,
    private readonly exports: TimelineExports,
    private readonly partners: PartnerChoices,
    private readonly time: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Access('timeline.export', { confirm: true, leaves: true })
  @Header('Content-Type', 'text/html; charset=utf-8')
  async ask(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Query() input: AsKnownInput): Promise<string> {
    return renderPage(await this.page(actor, request, id, input));
  }

  @Post()
  @HttpCode(200)
  @Access('timeline.export', { confirm: true, leaves: true })
  async make(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    try {
      const said = Object.fromEntries(['format', 'purpose', 'recipient', 'partnerId', 'asOf'].flatMap((name) => (textOf(form, name) ? [[name, textOf(form, name)]] : [])));
      const input = readForm(ExportTimelineInput, said);
      const asOf = momentAsked(input, this.settings.zone, this.time.now());
      const file = await this.exports.make(actor, id, { format: input.format, purpose: input.purpose, recipient: input.recipient ?? null, partnerId: input.partnerId ?? null, asOf });
      response.type(file.type).setHeader('Content-Disposition', `attachment; filename="${file.name}"`).send(file.body);
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 404) throw error;
      const page = await this.page(actor, request, id, {}, { values: form, faults: faultsShown(error) });
      response.status(error.status).type('html').send(renderPage(page));
    }
  }

  private async page(actor: Actor, request: Signed, id: string, input: AsKnownInput, again: object = {}) {
    const asOf = momentAsked(input, this.settings.zone, this.time.now());
    const { reference, individualId } = await this.detentions.one(actor, id, asOf);
    return <ExportPage viewer={viewerOf(request)} id={id} reference={reference} individualId={individualId} asOf={asOf} zone={this.settings.zone} partners={await this.partners.of(actor)} {...again} />;
  }
}
