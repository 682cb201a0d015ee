import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, IfMatch } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import type { PageOf } from '../kernel/http/public.js';
import { FindPlaces, PlaceListInput } from './find-places.js';
import { RecordPlaceInput, RevisePlaceInput } from './place.input.js';
import type { PlaceRowView, PlaceView } from './place.view.js';
import { RecordPlace } from './record-place.js';
import { RevisePlace } from './revise-place.js';

@ApiTags('places')
@Controller('api/v1/places')
export class PlacesController {
  constructor(
    private readonly find: FindPlaces,
    private readonly recordPlace: RecordPlace,
    private readonly revisePlace: RevisePlace,
  ) {}

  @Get()
  @Access('place.read')
  list(@By() actor: Actor, @Query() input: PlaceListInput): Promise<PageOf<PlaceRowView>> {
    return this.find.page(actor, input);
  }

  /** For pickers: at most 20 whose name has all the words of `q`, those of `region` first. */
  @Get('suggestions')
  @Access('place.read')
  suggestions(@By() actor: Actor, @Query() input: PlaceListInput): Promise<PlaceRowView[]> {
    return this.find.suggestions(actor, input.q ?? '', input.region ?? null);
  }

  @Post()
  @Access('place.record')
  async record(
    @By() actor: Actor,
    @Body() input: RecordPlaceInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PlaceView> {
    const id = await this.recordPlace.run(actor, input);
    response.setHeader('Location', `/api/v1/places/${id}`);
    return this.shown(actor, id, response);
  }

  @Get(':id')
  @Access('place.read')
  one(@By() actor: Actor, @Param('id') id: string, @Res({ passthrough: true }) response: Response): Promise<PlaceView> {
    return this.shown(actor, id, response);
  }

  @Patch(':id')
  @Access('place.record')
  async revise(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: RevisePlaceInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PlaceView> {
    await this.revisePlace.run(actor, id, version, input);
    return this.shown(actor, id, response);
  }

  @Get(':id/versions')
  @Access('place.read')
  versions(@By() actor: Actor, @Param('id') id: string): Promise<object[]> {
    return this.find.history(actor, id);
  }

  private async shown(actor: Actor, id: string, response: Response): Promise<PlaceView> {
    const view = await this.find.one(actor, id);
    response.setHeader('ETag', `"${view.version}"`);
    return view;
  }
}
