import { Body, Controller, Get, Header, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, IfMatch, type Signed } from '../../../access/public.js';
import { FindIncidents, IncidentListInput, RecordIncident, RecordIncidentInput, ReviseIncident, ReviseIncidentInput } from '../../../incidents/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import { StaleRecord } from '../../../kernel/record/public.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { Clock, readTyped, sayBounds } from '../../../kernel/time/public.js';
import { zoneOfRegion } from '../../../places/public.js';
import { faultsShown, readForm, textOf, textsOf, type FormBody } from '../../forms/public.js';
import { newFormKey, renderPage, viewerOf, type Option } from '../../parts/public.js';
import { askedFor } from '../asked-for.js';
import { Choices } from '../choices.js';
import { ConflictPages } from '../conflict/conflict-pages.js';
import { formField, incidentFrom, incidentValues, withoutUntouched } from './incident-form.js';
import { IncidentFormPage, type IncidentFormProps } from './incident-form.page.js';
import { IncidentListPage } from './incident-list.page.js';
import { IncidentPage } from './incident.page.js';
import { FindPeopleOfIncident } from './people-of-incident.js';

const HTML = 'text/html; charset=utf-8';

@ApiExcludeController()
@Controller('incidents')
export class IncidentsPageController {
  constructor(
    private readonly find: FindIncidents,
    private readonly recordIncident: RecordIncident,
    private readonly reviseIncident: ReviseIncident,
    private readonly people: FindPeopleOfIncident,
    private readonly choices: Choices,
    private readonly conflicts: ConflictPages,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Access('incident.read')
  @Header('Content-Type', HTML)
  async list(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    const { input, query } = askedFor(IncidentListInput, request);
    const page = await this.find.page(actor, input);
    return renderPage(<IncidentListPage viewer={viewerOf(request)} page={page} query={query} />);
  }

  @Get('new')
  @Access('incident.record')
  @Header('Content-Type', HTML)
  async blank(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    return this.form(actor, request, { values: {}, onceKey: newFormKey() });
  }

  @Post('new')
  @Access('incident.record')
  async record(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    try {
      const id = await this.recordIncident.run(actor, readForm(RecordIncidentInput, incidentFrom(form, false)));
      response.redirect(303, `/incidents/${id}`);
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 404) throw error;
      await this.again(actor, request, response, error, { values: form, onceKey: textOf(form, '_key') ?? newFormKey() });
    }
  }

  @Get(':id')
  @Access('incident.read')
  @Header('Content-Type', HTML)
  async one(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    const incident = await this.find.one(actor, id);
    const [people, placeNames, sourceLabels] = await Promise.all([
      this.people.of(actor, id),
      this.choices.placeNames(actor, incident.placeIds),
      this.choices.sourceLabels(actor, [...incident.sourceIds, ...incident.headCounts.map((count) => count.sourceId)]),
    ]);
    const shown = { incident, people, placeNames, sourceLabels };
    return renderPage(<IncidentPage viewer={viewerOf(request)} {...shown} />);
  }

  @Get(':id/edit')
  @Access('incident.record')
  @Header('Content-Type', HTML)
  async edit(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    const view = await this.find.one(actor, id);
    return this.form(actor, request, { values: incidentValues(view), edit: view });
  }

  @Post(':id/edit')
  @Access('incident.record')
  async revise(
    @By() actor: Actor,
    @Req() request: Signed,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() form: FormBody,
    @Res() response: Response,
  ): Promise<void> {
    const view = await this.find.one(actor, id);
    try {
      const said = withoutUntouched(incidentFrom(form, true), view);
      await this.reviseIncident.run(actor, id, version, readForm(ReviseIncidentInput, said));
      response.redirect(303, `/incidents/${id}`);
    } catch (error) {
      if (error instanceof StaleRecord) {
        const how = { action: `/incidents/${id}/edit`, back: `/incidents/${id}`, valuesOf: incidentValues, area: 'incidents' };
        return this.conflicts.answer(actor, request, response, error, form, how);
      }
      if (!(error instanceof Problem) || error.status === 404) throw error;
      await this.again(actor, request, response, error, { values: form, edit: { id, reference: view.reference, version } });
    }
  }

  private async again(
    actor: Actor,
    request: Signed,
    response: Response,
    problem: Problem,
    props: Pick<IncidentFormProps, 'edit' | 'onceKey'> & { values: FormBody },
  ): Promise<void> {
    const faults = faultsShown(problem).map((fault) => ({ ...fault, field: formField(fault.field) }));
    const echoes = this.echoesOf(actor, props.values);
    response.status(problem.status).type('html').send(await this.form(actor, request, { ...props, faults, echoes }));
  }

  private async form(
    actor: Actor,
    request: Signed,
    props: Omit<IncidentFormProps, 'viewer' | 'named' | 'places' | 'sources'>,
  ): Promise<string> {
    const ids = { places: textsOf(props.values as FormBody, 'placeIds'), sources: textsOf(props.values as FormBody, 'sourceIds') };
    const [places, sources, placeNames, sourceLabels] = await Promise.all([
      this.choices.places(actor),
      this.choices.sources(actor),
      this.choices.placeNames(actor, ids.places),
      this.choices.sourceLabels(actor, ids.sources),
    ]);
    const named = { places: optionsFrom(placeNames), sources: optionsFrom(sourceLabels) };
    return renderPage(<IncidentFormPage viewer={viewerOf(request)} named={named} places={places} sources={sources} {...props} />);
  }

  private echoesOf(actor: Actor, form: FormBody): Record<string, string> {
    const zone = zoneOfRegion(textOf(form, 'regionCode') ?? null) ?? this.settings.zone;
    return Object.fromEntries(
      ['start', 'end'].flatMap((name) => {
        const text = textOf(form, name);
        const read = text ? readTyped(text, { zone, now: this.clock.now() }) : null;
        return read?.ok ? [[name, sayBounds(read.bounds, actor.language)]] : [];
      }),
    );
  }
}

const optionsFrom = (names: ReadonlyMap<string, string>): Option[] => [...names].map(([value, label]) => ({ value, label }));
