import { Body, Controller, Get, Header, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, IfMatch, type Signed } from '../../../access/public.js';
import {
  ChangeCustody,
  DetentionListInput,
  FindDetentions,
  RecordDetention,
  RecordDetentionInput,
  ReviseDetentionInput,
} from '../../../detentions/public.js';
import { calledName, FindIndividuals } from '../../../individuals/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { AsKnownInput, momentAsked } from '../../../kernel/http/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import { StaleRecord } from '../../../kernel/record/public.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { Clock, localDate, type Instant } from '../../../kernel/time/public.js';
import { FindTimeline } from '../../../timeline/public.js';
import { faultsShown, readForm, textOf, type FormBody } from '../../forms/public.js';
import { newFormKey, renderPage, viewerOf } from '../../parts/public.js';
import { ConflictPages } from '../conflict/conflict-pages.js';
import { detentionFrom, detentionValues, formField } from './custody-form.js';
import { DetentionFormPage, type DetentionFormProps } from './detention-form.page.js';
import { DetentionListPage } from './detention-list.page.js';
import { DetentionPage } from './detention.page.js';

const HTML = 'text/html; charset=utf-8';

@ApiExcludeController()
@Controller('detentions')
export class DetentionsPageController {
  constructor(
    private readonly find: FindDetentions,
    private readonly individuals: FindIndividuals,
    private readonly timeline: FindTimeline,
    private readonly recordDetention: RecordDetention,
    private readonly change: ChangeCustody,
    private readonly conflicts: ConflictPages,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Access('detention.read')
  @Header('Content-Type', HTML)
  async list(@By() actor: Actor, @Req() request: Signed, @Query() input: DetentionListInput): Promise<string> {
    const page = await this.find.page(actor, input);
    const people = await this.individuals.several(actor, page.items.flatMap((row) => row.individualId ?? []));
    const dayOf = (at: string | null): string => (at ? localDate(at as Instant, this.settings.zone) : '');
    const query = request.query as Record<string, string>;
    return renderPage(<DetentionListPage viewer={viewerOf(request)} page={page} people={people} query={query} dayOf={dayOf} />);
  }

  @Get('new')
  @Access('detention.record')
  @Header('Content-Type', HTML)
  async blank(@By() actor: Actor, @Req() request: Signed, @Query('individual') id?: string, @Query('incident') incidentId?: string): Promise<string> {
    const person = await this.personOf(actor, id);
    const values = { incidentId: incidentId ?? null };
    return renderPage(<DetentionFormPage viewer={viewerOf(request)} values={values} person={person} onceKey={newFormKey()} />);
  }

  @Post('new')
  @Access('detention.record')
  async record(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    try {
      const id = await this.recordDetention.run(actor, readForm(RecordDetentionInput, detentionFrom(form, false)));
      response.redirect(303, `/detentions/${id}`);
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 404) throw error;
      const person = await this.personOf(actor, textOf(form, 'individualId'));
      this.again(request, response, error, { values: form, person, onceKey: textOf(form, '_key') ?? newFormKey() });
    }
  }

  @Get(':id')
  @Access('detention.read')
  @Header('Content-Type', HTML)
  async one(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Query() input: AsKnownInput): Promise<string> {
    const asOf = momentAsked(input, this.settings.zone, this.clock.now());
    return renderPage(<DetentionPage viewer={viewerOf(request)} timeline={await this.timeline.of(actor, id, asOf)} />);
  }

  /** Answers to what the clocks ask; "not known" takes an answer back. */
  @Post(':id/circumstances')
  @Access('detention.revise')
  async circumstances(@By() actor: Actor, @Param('id') id: string, @IfMatch() version: number, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    const before = (await this.find.one(actor, id)).circumstances ?? {};
    const said = Object.keys(form).filter((name) => name.startsWith('fact_')).map((name): [string, string | undefined] => [name.slice(5), textOf(form, name)]);
    const answers = Object.fromEntries(Object.entries({ ...before, ...Object.fromEntries(said) }).filter(([, answer]) => answer !== 'unknown' && answer !== undefined));
    await this.change.revise(actor, id, version, readForm(ReviseDetentionInput, { circumstances: answers }));
    response.redirect(303, `/detentions/${id}`);
  }

  @Get(':id/edit')
  @Access('detention.revise')
  @Header('Content-Type', HTML)
  async edit(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    const view = await this.find.one(actor, id);
    const person = await this.personOf(actor, view.individualId ?? undefined);
    return renderPage(<DetentionFormPage viewer={viewerOf(request)} values={detentionValues(view)} person={person} edit={view} />);
  }

  @Post(':id/edit')
  @Access('detention.revise')
  async revise(
    @By() actor: Actor,
    @Req() request: Signed,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() form: FormBody,
    @Res() response: Response,
  ): Promise<void> {
    try {
      await this.change.revise(actor, id, version, readForm(ReviseDetentionInput, detentionFrom(form, true)));
      response.redirect(303, `/detentions/${id}`);
    } catch (error) {
      if (error instanceof StaleRecord) {
        const how = { action: `/detentions/${id}/edit`, back: `/detentions/${id}`, valuesOf: detentionValues, area: 'detentions' };
        return this.conflicts.answer(actor, request, response, error, form, how);
      }
      if (!(error instanceof Problem) || error.status === 404) throw error;
      const view = await this.find.one(actor, id);
      const person = await this.personOf(actor, view.individualId ?? undefined);
      this.again(request, response, error, { values: form, person, edit: { id, reference: view.reference, version } });
    }
  }

  private again(request: Signed, response: Response, problem: Problem, props: Omit<DetentionFormProps, 'viewer'>): void {
    const faults = faultsShown(problem).map((fault) => ({ ...fault, field: formField(fault.field) }));
    const page = <DetentionFormPage viewer={viewerOf(request)} {...props} faults={faults} />;
    response.status(problem.status).type('html').send(renderPage(page));
  }

  private async personOf(actor: Actor, id: string | undefined): Promise<{ id: string; name: string } | null> {
    if (!id) return null;
    const person = (await this.individuals.several(actor, [id])).get(id);
    if (!person) throw Problem.notFound();
    return { id, name: calledName(person) };
  }
}
