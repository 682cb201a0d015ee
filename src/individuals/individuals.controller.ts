import { Body, Controller, Get, Header, HttpCode, Inject, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, IfMatch, seenFields } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { AsKnownInput, momentAsked, type PageOf } from '../kernel/http/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import type { Settings } from '../kernel/settings/public.js';
import { Clock } from '../kernel/time/public.js';
import { FindIndividuals, IndividualListInput, IndividualSearchInput } from './find-individuals.js';
import { RecordIndividualInput, RevealIndividualInput, ReviseIndividualInput } from './individual.input.js';
import { individualKind } from './individual.kind.js';
import type { IndividualRowView, IndividualView } from './individual.view.js';
import { RecordIndividual } from './record-individual.js';
import { ReviseIndividual } from './revise-individual.js';

@ApiTags('individuals')
@Controller('api/v1/individuals')
export class IndividualsController {
  constructor(
    private readonly find: FindIndividuals,
    private readonly recordIndividual: RecordIndividual,
    private readonly reviseIndividual: ReviseIndividual,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Access('individual.read')
  list(@By() actor: Actor, @Query() input: IndividualListInput): Promise<PageOf<IndividualRowView>> {
    return this.find.page(actor, input);
  }

  @Post('search')
  @HttpCode(200)
  @Access('individual.read')
  search(@By() actor: Actor, @Body() input: IndividualSearchInput): Promise<PageOf<IndividualRowView>> {
    return this.find.page(actor, input, input.name);
  }

  @Post()
  @Access('individual.record')
  async record(
    @By() actor: Actor,
    @Body() input: RecordIndividualInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<IndividualView> {
    const id = await this.recordIndividual.run(actor, input);
    response.setHeader('Location', `/api/v1/individuals/${id}`);
    return this.shown(actor, id, response);
  }

  @Get(':id')
  @Access('individual.read')
  one(
    @By() actor: Actor,
    @Param('id') id: string,
    @Query() input: AsKnownInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<IndividualView> {
    const asOf = momentAsked(input, this.settings.zone, this.clock.now());
    return asOf ? this.find.one(actor, id, asOf) : this.shown(actor, id, response);
  }

  /** Contacts and papers, which are masked otherwise; leaves an entry that names them. A POST, because it leaves a trace. */
  @Post(':id/reveal')
  @HttpCode(200)
  @Access('individual.read')
  reveal(@By() actor: Actor, @Param('id') id: string, @Body() input: RevealIndividualInput): Promise<IndividualView> {
    return this.find.revealed(actor, id, [input.field]);
  }

  @Patch(':id')
  @Access('individual.revise')
  async revise(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: ReviseIndividualInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<IndividualView> {
    await this.reviseIndividual.run(actor, id, version, input);
    return this.shown(actor, id, response);
  }

  @Get(':id/versions')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Access('individual.read')
  async versions(@By() actor: Actor, @Param('id') id: string): Promise<object[]> {
    const versions = await this.find.history(actor, id);
    return versions.map(({ fields, ...version }) => ({ ...version, fields: seenFields(actor, individualKind, fields) }));
  }

  private async shown(actor: Actor, id: string, response: Response): Promise<IndividualView> {
    const view = await this.find.one(actor, id);
    response.setHeader('ETag', `"${view.version}"`);
    return view;
  }
}
