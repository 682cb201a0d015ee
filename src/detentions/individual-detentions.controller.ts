import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, By } from '../access/public.js';
import { FindIndividuals, type IndividualView } from '../individuals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import type { DetentionView } from './detention.view.js';
import { FindDetentions } from './find-detentions.js';

@ApiTags('detentions')
@Controller('api/v1/individuals/:id/detentions')
export class IndividualDetentionsController {
  constructor(
    private readonly individuals: FindIndividuals,
    private readonly detentions: FindDetentions,
  ) {}

  /** A person together with all their detentions. */
  @Get()
  @Access('detention.read')
  async list(@By() actor: Actor, @Param('id') id: string): Promise<{ individual: IndividualView; detentions: DetentionView[] }> {
    const individual = await this.individuals.one(actor, id);
    return { individual, detentions: await this.detentions.several(actor, { individualIds: [id] }) };
  }
}
