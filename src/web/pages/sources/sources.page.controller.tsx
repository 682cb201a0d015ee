import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, IfMatch, mayRead, type Signed } from '../../../access/public.js';
import { FindConsents } from '../../../consents/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { StaleRecord } from '../../../kernel/record/public.js';
import { FindSources, maskedOfSource, RecordSource, RecordSourceInput, RevealSourceInput, ReviseSource, ReviseSourceInput, SourceListInput, type SourceView } from '../../../sources/public.js';
import { Accounts } from '../../../staff/public.js';
import { faultsShown, readForm, textOf, type FormBody } from '../../forms/public.js';
import { newFormKey, renderPage, viewerOf } from '../../parts/public.js';
import { askedFor } from '../asked-for.js';
import { ConflictPages } from '../conflict/conflict-pages.js';
import { sourceFrom, sourceValues } from './source-form.js';
import { SourceFormPage } from './source-form.page.js';
import { SourceListPage } from './source-list.page.js';
import { SourcePage } from './source.page.js';

const HTML = 'text/html; charset=utf-8';

@ApiExcludeController()
@Controller('sources')
export class SourcesPageController {
  constructor(
    private readonly find: FindSources,
    private readonly recordSource: RecordSource,
    private readonly reviseSource: ReviseSource,
    private readonly accounts: Accounts,
    private readonly consents: FindConsents,
    private readonly conflicts: ConflictPages,
  ) {}

  @Get()
  @Access('source.read')
  @Header('Content-Type', HTML)
  async list(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    const { input, query } = askedFor(SourceListInput, request);
    const page = await this.find.page(actor, input);
    return renderPage(<SourceListPage viewer={viewerOf(request)} page={page} query={query} />);
  }

  @Get('new')
  @Access('source.record')
  @Header('Content-Type', HTML)
  blank(@By() actor: Actor, @Req() request: Signed): string {
    const values = { protected: 'yes' };
    return renderPage(<SourceFormPage viewer={viewerOf(request)} values={values} seesIdentity={mayRead(actor, 'source')} onceKey={newFormKey()} />);
  }

  @Post('new')
  @Access('source.record')
  async record(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    try {
      const id = await this.recordSource.run(actor, readForm(RecordSourceInput, sourceFrom(form, false)));
      response.redirect(303, `/sources/${id}`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const onceKey = textOf(form, '_key') ?? newFormKey();
      const again = { values: form, faults: faultsShown(error), seesIdentity: mayRead(actor, 'source'), onceKey };
      response.status(error.status).type('html').send(renderPage(<SourceFormPage viewer={viewerOf(request)} {...again} />));
    }
  }

  @Get(':id')
  @Access('source.read')
  @Header('Content-Type', HTML)
  async one(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    return this.shown(actor, request, await this.find.one(actor, id));
  }

  /** The page again with one masked value opened. */
  @Post(':id/reveal')
  @HttpCode(200)
  @Access('source.read')
  @Header('Content-Type', HTML)
  async reveal(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Body() form: FormBody): Promise<string> {
    const { field } = readForm(RevealSourceInput, { field: textOf(form, 'field') });
    return this.shown(actor, request, await this.find.revealed(actor, id, [field]));
  }

  private async shown(actor: Actor, request: Signed, source: SourceView): Promise<string> {
    const names = await this.accounts.namesOf([source.recordedBy]);
    const consent = actor.permissions.has('consent.read') ? await this.consents.standing('source', source.id) : null;
    return renderPage(<SourcePage viewer={viewerOf(request)} source={source} recordedBy={names.get(source.recordedBy) ?? source.recordedBy} consent={consent} />);
  }

  @Get(':id/edit')
  @Access('source.record')
  @Header('Content-Type', HTML)
  async edit(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Query('contacts') contacts?: string): Promise<string> {
    const whole = contacts === 'yes' && mayRead(actor, 'source');
    const view = whole ? await this.find.revealed(actor, id, maskedOfSource) : await this.find.one(actor, id);
    return renderPage(<SourceFormPage viewer={viewerOf(request)} values={sourceValues(view)} edit={view} seesIdentity={mayRead(actor, 'source')} contacts={whole} />);
  }

  @Post(':id/edit')
  @Access('source.record')
  async revise(
    @By() actor: Actor,
    @Req() request: Signed,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() form: FormBody,
    @Res() response: Response,
  ): Promise<void> {
    try {
      const said = { ...sourceFrom(form, true), because: textOf(form, 'because') };
      await this.reviseSource.run(actor, id, version, readForm(ReviseSourceInput, said));
      response.redirect(303, `/sources/${id}`);
    } catch (error) {
      if (error instanceof StaleRecord) {
        // An unticked box sends nothing; said outright, it can stand against theirs.
        const whole = { ...form, protected: form.protected === 'yes' ? 'yes' : 'no' };
        const how = { action: `/sources/${id}/edit`, back: `/sources/${id}`, valuesOf: shownValues, area: 'sources' };
        return this.conflicts.answer(actor, request, response, error, whole, how);
      }
      if (!(error instanceof Problem) || error.status === 404) throw error;
      const { reference } = await this.find.one(actor, id);
      const again = { values: form, faults: faultsShown(error), seesIdentity: mayRead(actor, 'source'), edit: { id, reference, version }, contacts: form.identity !== undefined };
      response.status(error.status).type('html').send(renderPage(<SourceFormPage viewer={viewerOf(request)} {...again} />));
    }
  }
}

const shownValues = (fields: Record<string, unknown>) => sourceValues(fields as unknown as SourceView);
