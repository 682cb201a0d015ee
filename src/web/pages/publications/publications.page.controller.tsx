import { Body, Controller, Get, Header, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, type Signed } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { Clock } from '../../../kernel/time/public.js';
import {
  FindPublications, Makings, PassOnPublication, PreparePublication, PreparePublicationInput, ProposeReleaseInput, PublicationListInput, RecallInput, ReceiptInput, ReleasePublication,
} from '../../../publications/public.js';
import { faultsShown, readForm, textOf, type FormBody } from '../../forms/public.js';
import { newFormKey, renderPage, viewerOf } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { askedFor } from '../asked-for.js';
import { publicationFrom } from './publication-form.js';
import { PublicationFormPage } from './publication-form.page.js';
import { PublicationListPage } from './publication-list.page.js';
import { PublicationPage } from './publication.page.js';
import { sendFile } from './send-file.js';

const HTML = 'text/html; charset=utf-8';

@ApiExcludeController()
@Controller('publications')
export class PublicationsPageController {
  constructor(
    private readonly find: FindPublications,
    private readonly prepare: PreparePublication,
    private readonly makings: Makings,
    private readonly release: ReleasePublication,
    private readonly passOn: PassOnPublication,
    private readonly time: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Access('publication.read')
  @Header('Content-Type', HTML)
  async list(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    const { input, query } = askedFor(PublicationListInput, request);
    return renderPage(<PublicationListPage viewer={viewerOf(request)} page={await this.find.page(actor, input)} query={query} zone={this.settings.zone} />);
  }

  @Get('new')
  @Access('publication.prepare')
  @Header('Content-Type', HTML)
  blank(@Req() request: Signed): string {
    return renderPage(<PublicationFormPage viewer={viewerOf(request)} values={{}} onceKey={newFormKey()} />);
  }

  @Post('new')
  @Access('publication.prepare')
  async record(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    try {
      const id = await this.prepare.run(actor, readForm(PreparePublicationInput, publicationFrom(form)));
      response.redirect(303, `/publications/${id}`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const again = { values: form, faults: faultsShown(error), onceKey: textOf(form, '_key') ?? newFormKey() };
      response.status(error.status).type('html').send(renderPage(<PublicationFormPage viewer={viewerOf(request)} {...again} />));
    }
  }

  @Get(':id')
  @Access('publication.read')
  @Header('Content-Type', HTML)
  async one(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    const publication = await this.find.one(actor, id);
    return renderPage(<PublicationPage viewer={viewerOf(request)} publication={publication} making={this.makings.of(actor, id)} zone={this.settings.zone} now={this.time.now()} />);
  }

  @Post(':id/make')
  @Access('publication.prepare')
  async make(@By() actor: Actor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    const { language } = await this.find.one(actor, id);
    await this.makings.begin(actor, id, wordsFor(language as Actor['language']));
    response.redirect(303, `/publications/${id}#making`);
  }

  @Post(':id/propose')
  @Access('publication.prepare')
  async propose(@By() actor: Actor, @Param('id') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    await this.release.propose(actor, id, readForm(ProposeReleaseInput, { reason: textOf(form, 'reason') ?? '' }).reason);
    response.redirect(303, `/publications/${id}`);
  }

  @Post(':id/take-back')
  @Access('publication.prepare')
  async takeBack(@By() actor: Actor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    await this.release.takeBack(actor, id);
    response.redirect(303, `/publications/${id}`);
  }

  @Get(':id/files/:fileId')
  @Access('publication.read', { confirm: true, leaves: true })
  async file(@By() actor: Actor, @Param('id') id: string, @Param('fileId') fileId: string, @Res() response: Response): Promise<void> {
    sendFile(response, await this.passOn.file(actor, id, fileId));
  }

  @Post(':id/receipts')
  @Access('publication.prepare')
  async receipt(@By() actor: Actor, @Param('id') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    await this.passOn.receipt(actor, id, readForm(ReceiptInput, { recipient: textOf(form, 'recipient') ?? '' }).recipient);
    response.redirect(303, `/publications/${id}`);
  }

  @Post(':id/recall')
  @Access('publication.prepare')
  async recall(@By() actor: Actor, @Param('id') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    await this.passOn.recall(actor, id, readForm(RecallInput, { reason: textOf(form, 'reason') ?? '' }).reason);
    response.redirect(303, `/publications/${id}`);
  }

  @Post(':id/receipts/:receiptId/told')
  @Access('publication.prepare')
  async told(@By() actor: Actor, @Param('id') id: string, @Param('receiptId') receiptId: string, @Res() response: Response): Promise<void> {
    await this.passOn.told(actor, id, receiptId);
    response.redirect(303, `/publications/${id}`);
  }
}
