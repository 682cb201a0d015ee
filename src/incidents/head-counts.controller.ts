import { Body, Controller, Get, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, IfMatch } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { AddHeadCount } from './add-head-count.js';
import { FindIncidents } from './find-incidents.js';
import { HeadCountInput, ReviseHeadCountInput } from './incident.input.js';
import type { HeadCountView } from './incident.view.js';

/** How many were detained, as each source says it. */
@ApiTags('incidents')
@Controller('api/v1/incidents/:incidentId/head-counts')
export class HeadCountsController {
  constructor(
    private readonly find: FindIncidents,
    private readonly counts: AddHeadCount,
  ) {}

  @Get()
  @Access('incident.read')
  list(@By() actor: Actor, @Param('incidentId') incidentId: string): Promise<HeadCountView[]> {
    return this.find.headCounts(actor, incidentId);
  }

  @Post()
  @Access('incident.record')
  async add(
    @By() actor: Actor,
    @Param('incidentId') incidentId: string,
    @Body() input: HeadCountInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<HeadCountView> {
    const id = await this.counts.run(actor, incidentId, input);
    response.setHeader('Location', `/api/v1/incidents/${incidentId}/head-counts/${id}`);
    return this.shown(actor, incidentId, id, response);
  }

  @Get(':id')
  @Access('incident.read')
  one(
    @By() actor: Actor,
    @Param('incidentId') incidentId: string,
    @Param('id') id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<HeadCountView> {
    return this.shown(actor, incidentId, id, response);
  }

  @Patch(':id')
  @Access('incident.record')
  async revise(
    @By() actor: Actor,
    @Param('incidentId') incidentId: string,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: ReviseHeadCountInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<HeadCountView> {
    await this.counts.revise(actor, incidentId, id, version, input);
    return this.shown(actor, incidentId, id, response);
  }

  private async shown(actor: Actor, incidentId: string, id: string, response: Response): Promise<HeadCountView> {
    const view = await this.find.headCount(actor, incidentId, id);
    response.setHeader('ETag', `"${view.version}"`);
    return view;
  }
}
