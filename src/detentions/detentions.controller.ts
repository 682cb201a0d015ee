import { Body, Controller, Get, Inject, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, IfMatch, seenFields } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { AsKnownInput, momentAsked, type PageOf } from '../kernel/http/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import type { Settings } from '../kernel/settings/public.js';
import { Clock } from '../kernel/time/public.js';
import { ChangeCustody } from './change-custody.js';
import {
  CustodyPeriodInput,
  DetentionEventInput,
  RecordDetentionInput,
  ReviseCustodyPeriodInput,
  ReviseDetentionEventInput,
  ReviseDetentionInput,
} from './detention.input.js';
import { detentionKind } from './detention.kind.js';
import type { DetentionRowView, DetentionView } from './detention.view.js';
import { DetentionListInput, FindDetentions } from './find-detentions.js';
import { RecordDetention } from './record-detention.js';

@ApiTags('detentions')
@Controller('api/v1/detentions')
export class DetentionsController {
  constructor(
    private readonly find: FindDetentions,
    private readonly recordDetention: RecordDetention,
    private readonly change: ChangeCustody,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Access('detention.read')
  list(@By() actor: Actor, @Query() input: DetentionListInput): Promise<PageOf<DetentionRowView>> {
    return this.find.page(actor, input);
  }

  @Post()
  @Access('detention.record')
  async record(
    @By() actor: Actor,
    @Body() input: RecordDetentionInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DetentionView> {
    const id = await this.recordDetention.run(actor, input);
    response.setHeader('Location', `/api/v1/detentions/${id}`);
    return this.shown(actor, id, response);
  }

  @Get(':id')
  @Access('detention.read')
  one(
    @By() actor: Actor,
    @Param('id') id: string,
    @Query() input: AsKnownInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DetentionView> {
    const asOf = momentAsked(input, this.settings.zone, this.clock.now());
    return asOf ? this.find.one(actor, id, asOf) : this.shown(actor, id, response);
  }

  @Patch(':id')
  @Access('detention.revise')
  async revise(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: ReviseDetentionInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DetentionView> {
    await this.change.revise(actor, id, version, input);
    return this.shown(actor, id, response);
  }

  @Get(':id/versions')
  @Access('detention.read')
  async versions(@By() actor: Actor, @Param('id') id: string): Promise<object[]> {
    const versions = await this.find.history(actor, id);
    return versions.map(({ fields, ...version }) => ({ ...version, fields: seenFields(actor, detentionKind, fields) }));
  }

  @Post(':id/periods')
  @Access('detention.record')
  async addPeriod(@By() actor: Actor, @Param('id') id: string, @Body() input: CustodyPeriodInput): Promise<DetentionView> {
    await this.change.addPeriod(actor, id, input);
    return this.find.one(actor, id);
  }

  @Patch(':id/periods/:periodId')
  @Access('detention.revise')
  async revisePeriod(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('periodId') periodId: string,
    @IfMatch() version: number,
    @Body() input: ReviseCustodyPeriodInput,
  ): Promise<DetentionView> {
    await this.change.revisePeriod(actor, id, periodId, version, input);
    return this.find.one(actor, id);
  }

  @Post(':id/events')
  @Access('detention.record')
  async addEvent(@By() actor: Actor, @Param('id') id: string, @Body() input: DetentionEventInput): Promise<DetentionView> {
    await this.change.addEvent(actor, id, input);
    return this.find.one(actor, id);
  }

  @Patch(':id/events/:eventId')
  @Access('detention.revise')
  async reviseEvent(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('eventId') eventId: string,
    @IfMatch() version: number,
    @Body() input: ReviseDetentionEventInput,
  ): Promise<DetentionView> {
    await this.change.reviseEvent(actor, id, eventId, version, input);
    return this.find.one(actor, id);
  }

  private async shown(actor: Actor, id: string, response: Response): Promise<DetentionView> {
    const view = await this.find.one(actor, id);
    response.setHeader('ETag', `"${view.version}"`);
    return view;
  }
}
