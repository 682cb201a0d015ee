import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, IfMatch, type Signed } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { StaleRecord } from '../../../kernel/record/public.js';
import { FindPlaces, PlaceListInput, RecordPlace, RecordPlaceInput, RevisePlace, RevisePlaceInput, type PlaceView } from '../../../places/public.js';
import { faultsShown, readForm, textOf, type FormBody } from '../../forms/public.js';
import { newFormKey, renderPage, viewerOf } from '../../parts/public.js';
import { askedFor } from '../asked-for.js';
import { ConflictPages } from '../conflict/conflict-pages.js';
import { placeFrom, placeValues } from './place-form.js';
import { PlaceFormPage } from './place-form.page.js';
import { PlaceListPage } from './place-list.page.js';
import { PlacePage } from './place.page.js';

const HTML = 'text/html; charset=utf-8';

@ApiExcludeController()
@Controller('places')
export class PlacesPageController {
  constructor(
    private readonly find: FindPlaces,
    private readonly recordPlace: RecordPlace,
    private readonly revisePlace: RevisePlace,
    private readonly conflicts: ConflictPages,
  ) {}

  @Get()
  @Access('place.read')
  @Header('Content-Type', HTML)
  async list(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    const { input, query } = askedFor(PlaceListInput, request);
    const page = await this.find.page(actor, input);
    return renderPage(<PlaceListPage viewer={viewerOf(request)} page={page} query={query} />);
  }

  @Get('new')
  @Access('place.record')
  @Header('Content-Type', HTML)
  blank(@Req() request: Signed): string {
    return renderPage(<PlaceFormPage viewer={viewerOf(request)} values={{}} onceKey={newFormKey()} />);
  }

  @Post('new')
  @Access('place.record')
  async record(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    try {
      const id = await this.recordPlace.run(actor, readForm(RecordPlaceInput, placeFrom(form, false)));
      response.redirect(303, `/places/${id}`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const again = { values: form, faults: faultsShown(error), onceKey: textOf(form, '_key') ?? newFormKey() };
      response.status(error.status).type('html').send(renderPage(<PlaceFormPage viewer={viewerOf(request)} {...again} />));
    }
  }

  @Get(':id')
  @Access('place.read')
  @Header('Content-Type', HTML)
  async one(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    return renderPage(<PlacePage viewer={viewerOf(request)} place={await this.find.one(actor, id)} />);
  }

  @Get(':id/edit')
  @Access('place.record')
  @Header('Content-Type', HTML)
  async edit(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    const view = await this.find.one(actor, id);
    return renderPage(<PlaceFormPage viewer={viewerOf(request)} values={placeValues(view)} edit={view} />);
  }

  @Post(':id/edit')
  @Access('place.record')
  async revise(
    @By() actor: Actor,
    @Req() request: Signed,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() form: FormBody,
    @Res() response: Response,
  ): Promise<void> {
    try {
      const said = { ...placeFrom(form, true), because: textOf(form, 'because') };
      await this.revisePlace.run(actor, id, version, readForm(RevisePlaceInput, said));
      response.redirect(303, `/places/${id}`);
    } catch (error) {
      if (error instanceof StaleRecord) {
        const how = { action: `/places/${id}/edit`, back: `/places/${id}`, valuesOf: shownValues, area: 'places' };
        return this.conflicts.answer(actor, request, response, error, form, how);
      }
      if (!(error instanceof Problem) || error.status === 404) throw error;
      const { name } = await this.find.one(actor, id);
      const again = { values: form, faults: faultsShown(error), edit: { id, name, version } };
      response.status(error.status).type('html').send(renderPage(<PlaceFormPage viewer={viewerOf(request)} {...again} />));
    }
  }
}

const shownValues = (fields: Record<string, unknown>) => placeValues(fields as unknown as PlaceView);
