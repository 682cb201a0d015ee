import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, IfMatch, type Signed } from '../../../access/public.js';
import {
  ChangeCustody,
  CustodyPeriodInput,
  DetentionEventInput,
  FindDetentions,
  ReviseCustodyPeriodInput,
  ReviseDetentionEventInput,
  type DetentionView,
} from '../../../detentions/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { StaleRecord } from '../../../kernel/record/public.js';
import { localDate } from '../../../kernel/time/public.js';
import { faultsShown, readForm, textOf, textsOf, type FormBody } from '../../forms/public.js';
import { newFormKey, renderPage, viewerOf, type FormValues } from '../../parts/public.js';
import { Choices } from '../choices.js';
import { ConflictPages } from '../conflict/conflict-pages.js';
import { eventFrom, eventValues, formField, periodFrom, periodValues } from './custody-form.js';
import { CustodyFormPage, type CustodyFormProps } from './custody-form.page.js';

const HTML = 'text/html; charset=utf-8';

type What = 'period' | 'event';

/** The forms for the periods and events of a detention. */
@ApiExcludeController()
@Controller('detentions/:id')
export class CustodyPageController {
  constructor(
    private readonly find: FindDetentions,
    private readonly change: ChangeCustody,
    private readonly choices: Choices,
    private readonly conflicts: ConflictPages,
  ) {}

  @Get('periods/new')
  @Access('detention.record')
  @Header('Content-Type', HTML)
  newPeriod(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    return this.blank(actor, request, id, 'period');
  }

  @Get('events/new')
  @Access('detention.record')
  @Header('Content-Type', HTML)
  newEvent(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    return this.blank(actor, request, id, 'event');
  }

  @Post('periods/new')
  @Access('detention.record')
  addPeriod(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    return this.save(actor, request, response, id, 'period', form, (detention) =>
      this.change.addPeriod(actor, id, readForm(CustodyPeriodInput, dated(periodFrom(form, false), detention))),
    );
  }

  @Post('events/new')
  @Access('detention.record')
  addEvent(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    return this.save(actor, request, response, id, 'event', form, (detention) =>
      this.change.addEvent(actor, id, readForm(DetentionEventInput, dated(eventFrom(form, false), detention))),
    );
  }

  @Get('periods/:childId/edit')
  @Access('detention.revise')
  @Header('Content-Type', HTML)
  editPeriod(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Param('childId') childId: string): Promise<string> {
    return this.filled(actor, request, id, 'period', childId);
  }

  @Get('events/:childId/edit')
  @Access('detention.revise')
  @Header('Content-Type', HTML)
  editEvent(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Param('childId') childId: string): Promise<string> {
    return this.filled(actor, request, id, 'event', childId);
  }

  @Post('periods/:childId/edit')
  @Access('detention.revise')
  revisePeriod(
    @By() actor: Actor,
    @Req() request: Signed,
    @Param('id') id: string,
    @Param('childId') childId: string,
    @IfMatch() version: number,
    @Body() form: FormBody,
    @Res() response: Response,
  ): Promise<void> {
    const edit = { id: childId, version };
    return this.save(actor, request, response, id, 'period', form, (detention) => {
      const said = dated(periodFrom(form, true), detention, detention.periods.find((one) => one.id === childId));
      return this.change.revisePeriod(actor, id, childId, version, readForm(ReviseCustodyPeriodInput, said));
    }, edit);
  }

  @Post('events/:childId/edit')
  @Access('detention.revise')
  reviseEvent(
    @By() actor: Actor,
    @Req() request: Signed,
    @Param('id') id: string,
    @Param('childId') childId: string,
    @IfMatch() version: number,
    @Body() form: FormBody,
    @Res() response: Response,
  ): Promise<void> {
    const edit = { id: childId, version };
    return this.save(actor, request, response, id, 'event', form, (detention) => {
      const said = dated(eventFrom(form, true), detention, detention.events.find((one) => one.id === childId));
      return this.change.reviseEvent(actor, id, childId, version, readForm(ReviseDetentionEventInput, said));
    }, edit);
  }

  private async blank(actor: Actor, request: Signed, id: string, what: What): Promise<string> {
    const detention = await this.find.one(actor, id);
    return renderPage(await this.page(actor, request, { what, detention, values: { account: 'observed' }, onceKey: newFormKey() }));
  }

  private async filled(actor: Actor, request: Signed, id: string, what: What, childId: string): Promise<string> {
    const detention = await this.find.one(actor, id);
    const child = (what === 'period' ? detention.periods : detention.events).find((one) => one.id === childId);
    if (!child) throw Problem.notFound();
    return renderPage(await this.page(actor, request, { what, detention, values: valuesOf(what, { ...child }), edit: child }));
  }

  private async page(actor: Actor, request: Signed, props: Omit<CustodyFormProps, 'viewer' | 'places' | 'sources' | 'others'>) {
    const [places, sources, labels] = await Promise.all([
      this.choices.places(actor),
      this.choices.sources(actor),
      this.choices.sourceLabels(actor, textsOf(props.values as FormBody, 'moreSourceIds')),
    ]);
    const others = [...labels].map(([value, label]) => ({ value, label }));
    return <CustodyFormPage viewer={viewerOf(request)} places={places} sources={sources} others={others} {...props} />;
  }

  private async save(
    actor: Actor,
    request: Signed,
    response: Response,
    id: string,
    what: What,
    form: FormBody,
    act: (detention: DetentionView) => Promise<string>,
    edit?: { id: string; version: number },
  ): Promise<void> {
    const detention = await this.find.one(actor, id);
    try {
      await act(detention);
      response.redirect(303, `/detentions/${id}`);
    } catch (error) {
      if (error instanceof StaleRecord && edit) {
        const action = `/detentions/${id}/${what}s/${edit.id}/edit`;
        const how = { action, back: `/detentions/${id}`, valuesOf: (fields: Record<string, unknown>) => valuesOf(what, fields), area: 'detentions' };
        return this.conflicts.answer(actor, request, response, error, form, how);
      }
      if (!(error instanceof Problem) || error.status === 404) throw error;
      const faults = faultsShown(error).map((fault) => ({ ...fault, field: formField(fault.field) }));
      const more = edit ? { edit } : { onceKey: textOf(form, '_key') ?? newFormKey() };
      const page = await this.page(actor, request, { what, detention, values: form, faults, ...more });
      response.status(error.status).type('html').send(renderPage(page));
    }
  }
}

const valuesOf = (what: What, fields: Record<string, unknown>): FormValues => (what === 'period' ? periodValues(fields) : eventValues(fields));

interface Moments {
  readonly start?: DetentionView['periods'][number]['start'];
  readonly end?: DetentionView['periods'][number]['end'];
  readonly at?: DetentionView['events'][number]['at'];
}

/** A time typed without a day is of the day it had before, else of the day the stay began. */
function dated(said: Record<string, unknown>, detention: DetentionView, before: Moments = {}): Record<string, unknown> {
  const first = [...detention.periods.map((one) => one.start), ...detention.events.map((one) => one.at)].find((one) => one?.earliest);
  const given = { ...said };
  for (const name of ['start', 'end', 'at'] as const) {
    const moment = before[name] ?? first;
    if (given[name] && moment?.earliest) given[name] = { ...(given[name] as object), onDate: localDate(moment.earliest, moment.zone) };
  }
  return given;
}
