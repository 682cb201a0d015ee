import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, IfMatch, type Signed } from '../../../access/public.js';
import { AddHeadCount, FindIncidents, HeadCountInput, ReviseHeadCountInput, type HeadCountView } from '../../../incidents/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { StaleRecord } from '../../../kernel/record/public.js';
import { faultsShown, readForm, textOf, type FormBody } from '../../forms/public.js';
import { newFormKey, renderPage, viewerOf, type FormValues } from '../../parts/public.js';
import { Choices } from '../choices.js';
import { ConflictPages } from '../conflict/conflict-pages.js';
import { HeadCountFormPage, type HeadCountFormProps } from './head-count-form.page.js';
import { countFrom } from './incident-form.js';

const HTML = 'text/html; charset=utf-8';

/** Adds and corrects what one source says of how many were detained. */
@ApiExcludeController()
@Controller('incidents/:incidentId/counts')
export class HeadCountsPageController {
  constructor(
    private readonly find: FindIncidents,
    private readonly counts: AddHeadCount,
    private readonly choices: Choices,
    private readonly conflicts: ConflictPages,
  ) {}

  @Get('new')
  @Access('incident.record')
  @Header('Content-Type', HTML)
  blank(@By() actor: Actor, @Req() request: Signed, @Param('incidentId') incidentId: string): Promise<string> {
    return this.form(actor, request, incidentId, { values: {}, onceKey: newFormKey() });
  }

  @Post('new')
  @Access('incident.record')
  async add(
    @By() actor: Actor,
    @Req() request: Signed,
    @Param('incidentId') incidentId: string,
    @Body() form: FormBody,
    @Res() response: Response,
  ): Promise<void> {
    try {
      await this.counts.run(actor, incidentId, readForm(HeadCountInput, countFrom(form)));
      response.redirect(303, `/incidents/${incidentId}`);
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 404) throw error;
      const props = { values: form, faults: faultsShown(error), onceKey: textOf(form, '_key') ?? newFormKey() };
      response.status(error.status).type('html').send(await this.form(actor, request, incidentId, props));
    }
  }

  @Get(':id/edit')
  @Access('incident.record')
  @Header('Content-Type', HTML)
  async edit(@By() actor: Actor, @Req() request: Signed, @Param('incidentId') incidentId: string, @Param('id') id: string): Promise<string> {
    const count = await this.find.headCount(actor, incidentId, id);
    return this.form(actor, request, incidentId, { values: countValues(count), edit: count });
  }

  @Post(':id/edit')
  @Access('incident.record')
  async revise(
    @By() actor: Actor,
    @Req() request: Signed,
    @Param('incidentId') incidentId: string,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() form: FormBody,
    @Res() response: Response,
  ): Promise<void> {
    try {
      await this.counts.revise(actor, incidentId, id, version, readForm(ReviseHeadCountInput, countFrom(form)));
      response.redirect(303, `/incidents/${incidentId}`);
    } catch (error) {
      if (error instanceof StaleRecord) {
        const how = { action: request.path, back: `/incidents/${incidentId}`, valuesOf: countValues, area: 'incidents' };
        return this.conflicts.answer(actor, request, response, error, form, how);
      }
      if (!(error instanceof Problem) || error.status === 404) throw error;
      const props = { values: form, faults: faultsShown(error), edit: { id, version } };
      response.status(error.status).type('html').send(await this.form(actor, request, incidentId, props));
    }
  }

  private async form(
    actor: Actor,
    request: Signed,
    incidentId: string,
    props: Omit<HeadCountFormProps, 'viewer' | 'incident' | 'sources'>,
  ): Promise<string> {
    const incident = await this.find.one(actor, incidentId);
    const sources = await this.choices.sources(actor);
    return renderPage(<HeadCountFormPage viewer={viewerOf(request)} incident={incident} sources={sources} {...props} />);
  }
}

function countValues(count: HeadCountView | Record<string, unknown>): FormValues {
  const from = count as Record<string, unknown>;
  const text = (name: string): string => (from[name] === null || from[name] === undefined ? '' : String(from[name] as string | number));
  return { sourceId: text('sourceId'), atLeast: text('atLeast'), atMost: text('atMost'), asSaid: text('asSaid') };
}
