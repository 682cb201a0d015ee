import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import type { PageOf } from '../../../kernel/http/public.js';
import {
  FindPublications, Makings, PassOnPublication, PreparePublication, PreparePublicationInput, ProposeReleaseInput, PublicationListInput, RecallInput, ReceiptInput, ReleasePublication,
  type MakingView, type PublicationRowView, type PublicationView,
} from '../../../publications/public.js';
import { wordsFor } from '../../words/words.js';
import { sendFile } from './send-file.js';

/** Stands here because the files are written in words. */
@ApiTags('publications')
@Controller('api/v1/publications')
export class PublicationsController {
  constructor(
    private readonly find: FindPublications,
    private readonly prepare: PreparePublication,
    private readonly makings: Makings,
    private readonly release: ReleasePublication,
    private readonly passOn: PassOnPublication,
  ) {}

  @Get()
  @Access('publication.read')
  list(@By() actor: Actor, @Query() input: PublicationListInput): Promise<PageOf<PublicationRowView>> {
    return this.find.page(actor, input);
  }

  @Post()
  @Access('publication.prepare')
  async record(@By() actor: Actor, @Body() input: PreparePublicationInput, @Res({ passthrough: true }) response: Response): Promise<PublicationView> {
    const id = await this.prepare.run(actor, input);
    response.setHeader('Location', `/api/v1/publications/${id}`);
    return this.find.one(actor, id);
  }

  @Get(':id')
  @Access('publication.read')
  one(@By() actor: Actor, @Param('id') id: string): Promise<PublicationView> {
    return this.find.one(actor, id);
  }

  /** Counts, leaves out, renders and looks for known people, in the background; kept only when nobody is found. Small ones are done with the answer. */
  @Post(':id/make')
  @HttpCode(202)
  @Access('publication.prepare')
  async make(@By() actor: Actor, @Param('id') id: string): Promise<MakingView> {
    const { language } = await this.find.one(actor, id);
    await this.makings.begin(actor, id, wordsFor(language as Actor['language']));
    return this.standing(actor, id);
  }

  /** How far making it is, and what came of it; 404 when nobody began since the server was started, or somebody else did. */
  @Get(':id/making')
  @Access('publication.prepare')
  async making(@By() actor: Actor, @Param('id') id: string): Promise<MakingView> {
    await this.find.one(actor, id);
    return this.standing(actor, id);
  }

  /** Asks a second person to agree to the files as they are. Answers the id of the approval. */
  @Post(':id/propose')
  @HttpCode(200)
  @Access('publication.prepare')
  async propose(@By() actor: Actor, @Param('id') id: string, @Body() input: ProposeReleaseInput): Promise<{ approvalId: string }> {
    return { approvalId: await this.release.propose(actor, id, input.reason) };
  }

  @Post(':id/take-back')
  @HttpCode(204)
  @Access('publication.prepare')
  takeBack(@By() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.release.takeBack(actor, id);
  }

  @Get(':id/files/:fileId')
  @Access('publication.read', { confirm: true, leaves: true })
  @ApiProduces('application/pdf', 'text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async file(@By() actor: Actor, @Param('id') id: string, @Param('fileId') fileId: string, @Res() response: Response): Promise<void> {
    sendFile(response, await this.passOn.file(actor, id, fileId));
  }

  @Post(':id/receipts')
  @HttpCode(204)
  @Access('publication.prepare')
  receipt(@By() actor: Actor, @Param('id') id: string, @Body() input: ReceiptInput): Promise<void> {
    return this.passOn.receipt(actor, id, input.recipient);
  }

  @Post(':id/recall')
  @HttpCode(204)
  @Access('publication.prepare')
  recall(@By() actor: Actor, @Param('id') id: string, @Body() input: RecallInput): Promise<void> {
    return this.passOn.recall(actor, id, input.reason);
  }

  @Post(':id/receipts/:receiptId/told')
  @HttpCode(204)
  @Access('publication.prepare')
  told(@By() actor: Actor, @Param('id') id: string, @Param('receiptId') receiptId: string): Promise<void> {
    return this.passOn.told(actor, id, receiptId);
  }

  private standing(actor: Actor, id: string): MakingView {
    const making = this.makings.of(actor, id);
    if (!making) throw Problem.notFound();
    return making;
  }
}
