import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, By, IfMatch } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { Affiliate } from './affiliate.js';
import { FindAffiliations } from './find-affiliations.js';
import { FindOrganisations } from './find-organisations.js';
import { RecordAffiliationInput, ReviseAffiliationInput } from './organisation.input.js';
import type { AffiliationView } from './organisation.view.js';

/** The people of an organisation, as far as the reader reaches them. */
@ApiTags('organisations')
@Controller('api/v1/organisations/:id/affiliations')
export class AffiliationsController {
  constructor(
    private readonly organisations: FindOrganisations,
    private readonly find: FindAffiliations,
    private readonly affiliate: Affiliate,
  ) {}

  @Get()
  @Access('organisation.read')
  async list(@By() actor: Actor, @Param('id') id: string): Promise<AffiliationView[]> {
    await this.organisations.one(actor, id);
    return this.find.of(actor, { organisationIds: [id] });
  }

  @Post()
  @Access('organisation.record')
  async record(@By() actor: Actor, @Param('id') id: string, @Body() input: RecordAffiliationInput): Promise<AffiliationView[]> {
    await this.affiliate.run(actor, id, input);
    return this.find.of(actor, { organisationIds: [id] });
  }

  @Patch(':affiliationId')
  @Access('organisation.record')
  async revise(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('affiliationId') affiliationId: string,
    @IfMatch() version: number,
    @Body() input: ReviseAffiliationInput,
  ): Promise<AffiliationView[]> {
    await this.affiliate.revise(actor, id, affiliationId, version, input);
    return this.find.of(actor, { organisationIds: [id] });
  }
}
