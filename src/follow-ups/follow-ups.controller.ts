import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, IfMatch } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import type { PageOf } from '../kernel/http/public.js';
import { FindFollowUps, FollowUpListInput } from './find-follow-ups.js';
import { RecordFollowUpInput, ReviseFollowUpInput } from './follow-up.input.js';
import type { FollowUpView } from './follow-up.view.js';
import { RecordFollowUp } from './record-follow-up.js';

@ApiTags('follow-ups')
@Controller('api/v1/follow-ups')
export class FollowUpsController {
  constructor(
    private readonly find: FindFollowUps,
    private readonly recordFollowUp: RecordFollowUp,
  ) {}

  @Get()
  @Access('follow-up.read')
  list(@By() actor: Actor, @Query() input: FollowUpListInput): Promise<PageOf<FollowUpView>> {
    return this.find.page(actor, input);
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
    await this.recordFollowUp.revise(actor, id, version, input);
    return this.shown(actor, id, response);
  }

  private async shown(actor: Actor, id: string, response: Response): Promise<FollowUpView> {
    const view = await this.find.one(actor, id);
    response.setHeader('ETag', `"${view.version}"`);
    return view;
  }
}
