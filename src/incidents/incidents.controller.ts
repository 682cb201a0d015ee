import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, IfMatch, seenFields } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import type { PageOf } from '../kernel/http/public.js';
import { FindIncidents, IncidentListInput } from './find-incidents.js';
import { RecordIncidentInput, ReviseIncidentInput } from './incident.input.js';
import { incidentKind } from './incident.kind.js';
import type { IncidentRowView, IncidentView } from './incident.view.js';
import { RecordIncident } from './record-incident.js';
import { ReviseIncident } from './revise-incident.js';

@ApiTags('incidents')
@Controller('api/v1/incidents')
export class IncidentsController {
  constructor(
    private readonly find: FindIncidents,
    private readonly recordIncident: RecordIncident,
    private readonly reviseIncident: ReviseIncident,
  ) {}

  @Get()
  @Access('incident.read')
  list(@By() actor: Actor, @Query() input: IncidentListInput): Promise<PageOf<IncidentRowView>> {
    return this.find.page(actor, input);
  }

  @Post()
  @Access('incident.record')
  async record(
    @By() actor: Actor,
    @Body() input: RecordIncidentInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<IncidentView> {
    const id = await this.recordIncident.run(actor, input);
    response.setHeader('Location', `/api/v1/incidents/${id}`);
    return this.shown(actor, id, response);
  }

  @Get(':id')
  @Access('incident.read')
  one(@By() actor: Actor, @Param('id') id: string, @Res({ passthrough: true }) response: Response): Promise<IncidentView> {
    return this.shown(actor, id, response);
  }

  @Patch(':id')
  @Access('incident.record')
  async revise(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: ReviseIncidentInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<IncidentView> {
    await this.reviseIncident.run(actor, id, version, input);
    return this.shown(actor, id, response);
  }

  @Get(':id/versions')
  @Access('incident.read')
  async versions(@By() actor: Actor, @Param('id') id: string): Promise<object[]> {
    const versions = await this.find.history(actor, id);
    return versions.map(({ fields, ...version }) => ({ ...version, fields: seenFields(actor, incidentKind, fields) }));
  }

  private async shown(actor: Actor, id: string, response: Response): Promise<IncidentView> {
    const view = await this.find.one(actor, id);
    response.setHeader('ETag', `"${view.version}"`);
    return view;
  }
}
