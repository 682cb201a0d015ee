import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, IfMatch, seenFields } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import type { PageOf } from '../kernel/http/public.js';
import { FindSources, SourceListInput } from './find-sources.js';
import { RecordSource } from './record-source.js';
import { ReviseSource } from './revise-source.js';
import { RecordSourceInput, RevealSourceInput, ReviseSourceInput } from './source.input.js';
import { sourceKind } from './source.kind.js';
import type { SourceRowView, SourceView } from './source.view.js';

@ApiTags('sources')
@Controller('api/v1/sources')
export class SourcesController {
  constructor(
    private readonly find: FindSources,
    private readonly recordSource: RecordSource,
    private readonly reviseSource: ReviseSource,
  ) {}

  @Get()
  @Access('source.read')
  list(@By() actor: Actor, @Query() input: SourceListInput): Promise<PageOf<SourceRowView>> {
    return this.find.page(actor, input);
  }

  @Post()
  @Access('source.record')
  async record(
    @By() actor: Actor,
    @Body() input: RecordSourceInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SourceView> {
    const id = await this.recordSource.run(actor, input);
    response.setHeader('Location', `/api/v1/sources/${id}`);
    return this.shown(actor, id, response);
  }

  @Get(':id')
  @Access('source.read')
  one(@By() actor: Actor, @Param('id') id: string, @Res({ passthrough: true }) response: Response): Promise<SourceView> {
    return this.shown(actor, id, response);
  }

  /** Who the source is or how to reach them, which is masked otherwise; leaves an entry that names it. */
  @Post(':id/reveal')
  @HttpCode(200)
  @Access('source.read')
  reveal(@By() actor: Actor, @Param('id') id: string, @Body() input: RevealSourceInput): Promise<SourceView> {
    return this.find.revealed(actor, id, [input.field]);
  }

  @Patch(':id')
  @Access('source.record')
  async revise(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: ReviseSourceInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SourceView> {
    await this.reviseSource.run(actor, id, version, input);
    return this.shown(actor, id, response);
  }

  @Get(':id/versions')
  @Access('source.read')
  async versions(@By() actor: Actor, @Param('id') id: string): Promise<object[]> {
    const versions = await this.find.history(actor, id);
    return versions.map(({ fields, ...version }) => ({ ...version, fields: seenFields(actor, sourceKind, fields) }));
  }

  private async shown(actor: Actor, id: string, response: Response): Promise<SourceView> {
    const view = await this.find.one(actor, id);
    response.setHeader('ETag', `"${view.version}"`);
    return view;
  }
}
