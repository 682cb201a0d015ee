import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, IfMatch, seenFields } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import type { PageOf } from '../kernel/http/public.js';
import { ChangeStatus } from './change-status.js';
import { FindFollowUps } from './find-follow-ups.js';
import { followUpKind } from './follow-up-action.kind.js';
import { ChangeStatusInput, FollowUpListInput, RecordFollowUpInput, ReviseFollowUpInput } from './follow-up.input.js';
import type { FollowUpCountsView, FollowUpView } from './follow-up.view.js';
import { RecordFollowUp } from './record-follow-up.js';
import { ReviseFollowUp } from './revise-follow-up.js';

@ApiTags('follow-ups')
@Controller('api/v1/follow-ups')
export class FollowUpsController {
  constructor(
    private readonly find: FindFollowUps,
    private readonly recordFollowUp: RecordFollowUp,
    private readonly reviseFollowUp: ReviseFollowUp,
    private readonly changeStatus: ChangeStatus,
  ) {}

  @Get()
  @Access('follow-up.read')
  list(@By() actor: Actor, @Query() input: FollowUpListInput): Promise<PageOf<FollowUpView>> {
    return this.find.page(actor, input);
  }

  /** One's own unfinished tasks, by when they are due. */
  @Get('counts')
  @Access('follow-up.read')
  counts(@By() actor: Actor): Promise<FollowUpCountsView> {
    return this.find.counts(actor, { owner: 'mine' });
  }

  @Post()
  @Access('follow-up.record')
  async record(
    @By() actor: Actor,
    @Body() input: RecordFollowUpInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FollowUpView> {
    const id = await this.recordFollowUp.run(actor, input);
    response.setHeader('Location', `/api/v1/follow-ups/${id}`);
    return this.shown(actor, id, response);
  }

  @Get(':id')
  @Access('follow-up.read')
  one(@By() actor: Actor, @Param('id') id: string, @Res({ passthrough: true }) response: Response): Promise<FollowUpView> {
    return this.shown(actor, id, response);
  }

  @Patch(':id')
  @Access('follow-up.record')
  async revise(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: ReviseFollowUpInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FollowUpView> {
    await this.reviseFollowUp.run(actor, id, version, input);
    return this.shown(actor, id, response);
  }

  @Post(':id/status')
  @HttpCode(200)
  @Access('follow-up.record')
  async status(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: ChangeStatusInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FollowUpView> {
    await this.changeStatus.run(actor, id, version, input);
    return this.shown(actor, id, response);
  }

  @Get(':id/versions')
  @Access('follow-up.read')
  async versions(@By() actor: Actor, @Param('id') id: string): Promise<object[]> {
    const versions = await this.find.history(actor, id);
    return versions.map(({ fields, ...version }) => ({ ...version, fields: seenFields(actor, followUpKind, fields) }));
  }

  private async shown(actor: Actor, id: string, response: Response): Promise<FollowUpView> {
    const view = await this.find.one(actor, id);
    response.setHeader('ETag', `"${view.version}"`);
    return view;
  }
}
