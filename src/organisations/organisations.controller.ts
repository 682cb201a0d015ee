import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, IfMatch, seenFields } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import type { PageOf } from '../kernel/http/public.js';
import { FindOrganisations, OrganisationListInput } from './find-organisations.js';
import { RecordOrganisationInput, ReviseOrganisationInput } from './organisation.input.js';
import { organisationKind } from './organisation.kind.js';
import type { OrganisationRowView, OrganisationView } from './organisation.view.js';
import { RecordOrganisation } from './record-organisation.js';
import { ReviseOrganisation } from './revise-organisation.js';

@ApiTags('organisations')
@Controller('api/v1/organisations')
export class OrganisationsController {
  constructor(
    private readonly find: FindOrganisations,
    private readonly recordOrganisation: RecordOrganisation,
    private readonly reviseOrganisation: ReviseOrganisation,
  ) {}

  @Get()
  @Access('organisation.read')
  list(@By() actor: Actor, @Query() input: OrganisationListInput): Promise<PageOf<OrganisationRowView>> {
    return this.find.page(actor, input);
  }

  @Post()
  @Access('organisation.record')
  async record(
    @By() actor: Actor,
    @Body() input: RecordOrganisationInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OrganisationView> {
    const id = await this.recordOrganisation.run(actor, input);
    response.setHeader('Location', `/api/v1/organisations/${id}`);
    return this.shown(actor, id, response);
  }

  @Get(':id')
  @Access('organisation.read')
  one(@By() actor: Actor, @Param('id') id: string, @Res({ passthrough: true }) response: Response): Promise<OrganisationView> {
    return this.shown(actor, id, response);
  }

  @Patch(':id')
  @Access('organisation.record')
  async revise(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: ReviseOrganisationInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OrganisationView> {
    await this.reviseOrganisation.run(actor, id, version, input);
    return this.shown(actor, id, response);
  }

  @Get(':id/versions')
  @Access('organisation.read')
  async versions(@By() actor: Actor, @Param('id') id: string): Promise<object[]> {
    const versions = await this.find.history(actor, id);
    return versions.map(({ fields, ...version }) => ({ ...version, fields: seenFields(actor, organisationKind, fields) }));
  }

  private async shown(actor: Actor, id: string, response: Response): Promise<OrganisationView> {
    const view = await this.find.one(actor, id);
    response.setHeader('ETag', `"${view.version}"`);
    return view;
  }
}
