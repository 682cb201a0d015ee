import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, IfMatch, type Signed } from '../../../access/public.js';
import { FindConsents } from '../../../consents/public.js';
import { FindDetentions } from '../../../detentions/public.js';
import {
  FindIndividuals,
  IndividualListInput,
  maskedOfIndividual,
  RecordIndividual,
  RecordIndividualInput,
  RevealIndividualInput,
  ReviseIndividual,
  ReviseIndividualInput,
  type IndividualView,
} from '../../../individuals/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { FindAffiliations, FindOrganisations } from '../../../organisations/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { AsKnownInput, momentAsked } from '../../../kernel/http/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { Clock, type Instant } from '../../../kernel/time/public.js';
import { Restrictions } from '../../../requests/public.js';
import { StaleRecord } from '../../../kernel/record/public.js';
import { faultsShown, readForm, textOf, type FormBody } from '../../forms/public.js';
import { newFormKey, renderPage, viewerOf, type FormValues } from '../../parts/public.js';
import { ConflictPages } from '../conflict/conflict-pages.js';
import { RestrictedPage } from '../data-rights/restricted.page.js';
import { IndividualFormPage } from './individual-form.page.js';
import { individualFrom, valuesOf } from './individual-form.js';
import { IndividualListPage } from './individual-list.page.js';
import { IndividualPage, type IndividualPageProps } from './individual.page.js';

const HTML = 'text/html; charset=utf-8';

@ApiExcludeController()
@Controller('individuals')
export class IndividualsPageController {
  constructor(
    private readonly find: FindIndividuals,
    private readonly detentions: FindDetentions,
    private readonly affiliations: FindAffiliations,
    private readonly organisations: FindOrganisations,
    private readonly recordIndividual: RecordIndividual,
    private readonly reviseIndividual: ReviseIndividual,
    private readonly consents: FindConsents,
    private readonly conflicts: ConflictPages,
    private readonly restrictions: Restrictions,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Access('individual.read')
  @Header('Content-Type', HTML)
  async list(@By() actor: Actor, @Req() request: Signed, @Query() input: IndividualListInput): Promise<string> {
    const page = await this.find.page(actor, input);
    const query = request.query as Record<string, string>;
    return renderPage(<IndividualListPage viewer={viewerOf(request)} page={page} query={query} />);
  }

  @Post('search')
  @HttpCode(200)
  @Access('individual.read')
  @Header('Content-Type', HTML)
  async search(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody): Promise<string> {
    const name = (textOf(form, 'name') ?? textOf(form, 'q') ?? '').slice(0, 200);
    const page = await this.find.page(actor, { limit: 200 }, name);
    return renderPage(<IndividualListPage viewer={viewerOf(request)} page={page} query={{}} name={name} />);
  }

  @Get('new')
  @Access('individual.record')
  @Header('Content-Type', HTML)
  blank(@Req() request: Signed): string {
    return renderPage(<IndividualFormPage viewer={viewerOf(request)} values={{}} onceKey={newFormKey()} />);
  }

  @Post('new')
  @Access('individual.record')
  async record(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    try {
      const id = await this.recordIndividual.run(actor, readForm(RecordIndividualInput, individualFrom(form, false)));
      response.redirect(303, `/individuals/${id}`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const page = <IndividualFormPage viewer={viewerOf(request)} values={form} faults={faultsShown(error)} onceKey={textOf(form, '_key') ?? newFormKey()} />;
      response.status(error.status).type('html').send(renderPage(page));
    }
  }

  @Get(':id')
  @Access('individual.read')
  @Header('Content-Type', HTML)
  async one(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Query() input: AsKnownInput): Promise<string> {
    const asOf = momentAsked(input, this.settings.zone, this.clock.now());
    const restricted = (await this.find.reached(actor, id)) ? null : await this.restrictions.on(actor, id);
    if (restricted) return renderPage(<RestrictedPage viewer={viewerOf(request)} restriction={restricted} zone={this.settings.zone} />);
    return this.shown(actor, request, await this.find.one(actor, id, asOf), asOf);
  }

  /** The page again with one masked value opened. */
  @Post(':id/reveal')
  @HttpCode(200)
  @Access('individual.read')
  @Header('Content-Type', HTML)
  async reveal(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Body() form: FormBody): Promise<string> {
    const { field } = readForm(RevealIndividualInput, { field: textOf(form, 'field') });
    return this.shown(actor, request, await this.find.revealed(actor, id, [field]), null);
  }

  private async shown(actor: Actor, request: Signed, individual: IndividualView, asOf: Instant | null): Promise<string> {
    const { zone } = this.settings;
    const { id } = individual;
    const detentions = actor.permissions.has('detention.read') ? await this.detentions.several(actor, { individualIds: [id] }, asOf) : [];
    const consent = asOf === null && actor.permissions.has('consent.read') ? await this.consents.standing('individual', id) : null;
    const props = { individual, consent, detentions, now: asOf ?? this.clock.now(), asOf, zone, ...(await this.tiesOf(actor, id)) };
    return renderPage(<IndividualPage viewer={viewerOf(request)} {...props} />);
  }

  @Get(':id/edit')
  @Access('individual.revise')
  @Header('Content-Type', HTML)
  async edit(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Query('contacts') contacts?: string): Promise<string> {
    const view = contacts === 'yes' ? await this.find.revealed(actor, id, maskedOfIndividual) : await this.find.one(actor, id);
    return renderPage(<IndividualFormPage viewer={viewerOf(request)} values={valuesOf(view)} edit={view} contacts={contacts === 'yes'} />);
  }

  @Post(':id/edit')
  @Access('individual.revise')
  async revise(
    @By() actor: Actor,
    @Req() request: Signed,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() form: FormBody,
    @Res() response: Response,
  ): Promise<void> {
    try {
      const said = { ...individualFrom(form, true), because: textOf(form, 'because') };
      await this.reviseIndividual.run(actor, id, version, readForm(ReviseIndividualInput, said));
      response.redirect(303, `/individuals/${id}`);
    } catch (error) {
      if (error instanceof StaleRecord) {
        const how = { action: `/individuals/${id}/edit`, back: `/individuals/${id}`, valuesOf: shownValues, area: 'individuals' };
        return this.conflicts.answer(actor, request, response, error, form, how);
      }
      if (!(error instanceof Problem) || error.status === 404) throw error;
      const { reference } = await this.find.one(actor, id);
      const page = <IndividualFormPage viewer={viewerOf(request)} values={form} faults={faultsShown(error)} edit={{ id, reference, version }} contacts={form.phones !== undefined} />;
      response.status(error.status).type('html').send(renderPage(page));
    }
  }

  private async tiesOf(actor: Actor, id: string): Promise<Pick<IndividualPageProps, 'ties' | 'organisations'>> {
    const ties = actor.permissions.has('organisation.read') ? await this.affiliations.of(actor, { individualIds: [id] }) : [];
    const organisations = await this.organisations.byIds(actor, ties.map((tie) => tie.organisationId));
    return { ties: ties.filter((tie) => organisations.has(tie.organisationId)), organisations };
  }
}

const shownValues = (fields: Record<string, unknown>): FormValues => valuesOf(fields as unknown as IndividualView);
