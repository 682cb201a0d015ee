import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, By } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { EraseSubject } from './erase-subject.js';
import { ProposeErasureInput } from './erasure.input.js';
import { ErasureLookView, ErasureProposedView, ErasureView } from './erasure.view.js';
import { FindErasures } from './find-erasures.js';
import { LookBeforeErasing } from './look-before-erasing.js';

/** Erasing takes two people, and cannot be taken back. */
@ApiTags('erasure')
@Controller('api/v1')
export class ErasureController {
  constructor(
    private readonly look: LookBeforeErasing,
    private readonly erase: EraseSubject,
    private readonly find: FindErasures,
  ) {}

  @Get('erasures')
  @Access('erasure.decide')
  list(@By() actor: Actor): Promise<ErasureView[]> {
    return this.find.list(actor);
  }

  /** What it would do, what stands in its way, and who else's records speak of the person. */
  @Get('individuals/:id/erasure')
  @Access('request.record')
  individual(@By() actor: Actor, @Param('id') id: string): Promise<ErasureLookView> {
    return this.look.of(actor, 'individual', id);
  }

  @Post('individuals/:id/erasure')
  @Access('request.record', { confirm: true })
  async proposeIndividual(@By() actor: Actor, @Param('id') id: string, @Body() input: ProposeErasureInput): Promise<ErasureProposedView> {
    return { id: await this.erase.propose(actor, 'individual', id, input) };
  }

  @Get('sources/:id/erasure')
  @Access('request.record')
  source(@By() actor: Actor, @Param('id') id: string): Promise<ErasureLookView> {
    return this.look.of(actor, 'source', id);
  }

  @Post('sources/:id/erasure')
  @Access('request.record', { confirm: true })
  async proposeSource(@By() actor: Actor, @Param('id') id: string, @Body() input: ProposeErasureInput): Promise<ErasureProposedView> {
    return { id: await this.erase.propose(actor, 'source', id, input) };
  }

  /** Of an account that was closed. */
  @Post('staff/:id/erasure')
  @Access('staff.manage', { confirm: true })
  async proposeStaff(@By() actor: Actor, @Param('id') id: string, @Body() input: ProposeErasureInput): Promise<ErasureProposedView> {
    return { id: await this.erase.proposeForStaff(actor, id, input) };
  }
}
