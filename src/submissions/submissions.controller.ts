import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, IfMatch, seenFields } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import type { PageOf } from '../kernel/http/public.js';
import { FindSubmissions } from './find-submissions.js';
import { forms, type SubmissionForm } from './form.js';
import { OpenSubmission } from './open-submission.js';
import { ReviseSubmission } from './revise-submission.js';
import { SendSubmission } from './send-submission.js';
import { SubmissionFiles } from './submission-files.js';
import { OpenSubmissionInput, RecordReplyInput, ReviseSubmissionInput, SendSubmissionInput, SubmissionFileInput, SubmissionListInput } from './submission.input.js';
import { submissionKind } from './submission.kind.js';
import type { SubmissionDraftView, SubmissionRowView } from './submission.view.js';

@ApiTags('submissions')
@Controller('api/v1')
export class SubmissionsController {
  constructor(
    private readonly find: FindSubmissions,
    private readonly open: OpenSubmission,
    private readonly reviseSubmission: ReviseSubmission,
    private readonly send: SendSubmission,
    private readonly files: SubmissionFiles,
  ) {}

  /** The forms there are, as data. */
  @Get('submission-forms')
  @Access('submission.read')
  forms(): readonly SubmissionForm[] {
    return forms;
  }

  @Get('submissions')
  @Access('submission.read')
  list(@By() actor: Actor, @Query() input: SubmissionListInput): Promise<PageOf<SubmissionRowView>> {
    return this.find.page(actor, input);
  }

  @Post('submissions')
  @Access('submission.record')
  async begin(@By() actor: Actor, @Body() input: OpenSubmissionInput, @Res({ passthrough: true }) response: Response): Promise<SubmissionDraftView> {
    const id = await this.open.run(actor, input);
    response.setHeader('Location', `/api/v1/submissions/${id}`);
    return this.shown(actor, id, response);
  }

  @Get('submissions/:id')
  @Access('submission.read')
  one(@By() actor: Actor, @Param('id') id: string, @Res({ passthrough: true }) response: Response): Promise<SubmissionDraftView> {
    return this.shown(actor, id, response);
  }

  @Patch('submissions/:id')
  @Access('submission.record')
  async revise(@By() actor: Actor, @Param('id') id: string, @IfMatch() version: number, @Body() input: ReviseSubmissionInput, @Res({ passthrough: true }) response: Response): Promise<SubmissionDraftView> {
    const named = await this.reviseSubmission.run(actor, id, version, input);
    return { ...(await this.shown(actor, id, response)), named };
  }

  /** Takes from the record what it gives now. */
  @Post('submissions/:id/redraw')
  @HttpCode(200)
  @Access('submission.record')
  async redraw(@By() actor: Actor, @Param('id') id: string, @IfMatch() version: number, @Res({ passthrough: true }) response: Response): Promise<SubmissionDraftView> {
    await this.reviseSubmission.redraw(actor, id, version);
    return this.shown(actor, id, response);
  }

  @Post('submissions/:id/files')
  @HttpCode(200)
  @Access('submission.send', { confirm: true, leaves: true })
  @ApiProduces('application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')
  async file(@By() actor: Actor, @Param('id') id: string, @Body() input: SubmissionFileInput, @Res() response: Response): Promise<void> {
    const file = await this.files.make(actor, id, input);
    response.type(file.type).setHeader('Content-Disposition', `attachment; filename="${file.name}"`).send(file.body);
  }

  /** Says that it was sent. */
  @Post('submissions/:id/sending')
  @HttpCode(200)
  @Access('submission.send')
  async sent(@By() actor: Actor, @Param('id') id: string, @IfMatch() version: number, @Body() input: SendSubmissionInput, @Res({ passthrough: true }) response: Response): Promise<SubmissionDraftView> {
    await this.send.run(actor, id, version, input);
    return this.shown(actor, id, response);
  }

  @Post('submissions/:id/reply')
  @HttpCode(200)
  @Access('submission.record')
  async reply(@By() actor: Actor, @Param('id') id: string, @IfMatch() version: number, @Body() input: RecordReplyInput, @Res({ passthrough: true }) response: Response): Promise<SubmissionDraftView> {
    await this.send.reply(actor, id, version, input);
    return this.shown(actor, id, response);
  }

  @Get('submissions/:id/versions')
  @Access('submission.read')
  async versions(@By() actor: Actor, @Param('id') id: string): Promise<object[]> {
    const versions = await this.find.history(actor, id);
    return versions.map(({ fields, ...version }) => ({ ...version, fields: seenFields(actor, submissionKind, fields) }));
  }

  private async shown(actor: Actor, id: string, response: Response): Promise<SubmissionDraftView> {
    const view = await this.find.one(actor, id);
    response.setHeader('ETag', `"${view.submission.version}"`);
    return view;
  }
}
