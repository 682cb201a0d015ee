import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, IfMatch, mayRead, type Signed } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { StaleRecord } from '../../../kernel/record/public.js';
import {
  FindOrganisations,
  OrganisationListInput,
  RecordOrganisation,
  RecordOrganisationInput,
  ReviseOrganisation,
  ReviseOrganisationInput,
  type OrganisationView,
} from '../../../organisations/public.js';
import { faultsShown, readForm, textOf, type FormBody } from '../../forms/public.js';
import { newFormKey, renderPage, viewerOf } from '../../parts/public.js';
import { askedFor } from '../asked-for.js';
import { ConflictPages } from '../conflict/conflict-pages.js';
import { organisationFrom, organisationValues } from './organisation-form.js';
import { OrganisationFormPage } from './organisation-form.page.js';
import { OrganisationListPage } from './organisation-list.page.js';

const HTML = 'text/html; charset=utf-8';

@ApiExcludeController()
@Controller('organisations')
export class OrganisationsPageController {
  constructor(
    private readonly find: FindOrganisations,
    private readonly recordOrganisation: RecordOrganisation,
    private readonly reviseOrganisation: ReviseOrganisation,
    private readonly conflicts: ConflictPages,
  ) {}

  @Get()
  @Access('organisation.read')
  @Header('Content-Type', HTML)
  async list(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    const { input, query } = askedFor(OrganisationListInput, request);
    const page = await this.find.page(actor, input);
    return renderPage(<OrganisationListPage viewer={viewerOf(request)} page={page} query={query} />);
  }

  @Get('new')
  @Access('organisation.record')
  @Header('Content-Type', HTML)
  blank(@By() actor: Actor, @Req() request: Signed): string {
    return renderPage(<OrganisationFormPage viewer={viewerOf(request)} values={{}} seesContact={mayRead(actor, 'contact')} onceKey={newFormKey()} />);
  }

  @Post('new')
  @Access('organisation.record')
  async record(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    try {
      const id = await this.recordOrganisation.run(actor, readForm(RecordOrganisationInput, organisationFrom(form, false)));
      response.redirect(303, `/organisations/${id}`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const onceKey = textOf(form, '_key') ?? newFormKey();
      const again = { values: form, faults: faultsShown(error), seesContact: mayRead(actor, 'contact'), onceKey };
      response.status(error.status).type('html').send(renderPage(<OrganisationFormPage viewer={viewerOf(request)} {...again} />));
    }
  }

  @Get(':id/edit')
  @Access('organisation.record')
  @Header('Content-Type', HTML)
  async edit(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    const view = await this.find.one(actor, id);
    const values = organisationValues(view);
    return renderPage(<OrganisationFormPage viewer={viewerOf(request)} values={values} edit={view} seesContact={mayRead(actor, 'contact')} />);
  }

  @Post(':id/edit')
  @Access('organisation.record')
  async revise(
    @By() actor: Actor,
    @Req() request: Signed,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() form: FormBody,
    @Res() response: Response,
  ): Promise<void> {
    try {
      const said = { ...organisationFrom(form, true), because: textOf(form, 'because') };
      await this.reviseOrganisation.run(actor, id, version, readForm(ReviseOrganisationInput, said));
      response.redirect(303, `/organisations/${id}`);
    } catch (error) {
      if (error instanceof StaleRecord) {
        // An unticked box sends nothing; said outright, it can stand against theirs.
        const whole = { ...form, partner: form.partner === 'yes' ? 'yes' : 'no' };
        const how = { action: `/organisations/${id}/edit`, back: `/organisations/${id}`, valuesOf: shownValues, area: 'organisations' };
        return this.conflicts.answer(actor, request, response, error, whole, how);
      }
      if (!(error instanceof Problem) || error.status === 404) throw error;
      const { reference } = await this.find.one(actor, id);
      const again = { values: form, faults: faultsShown(error), seesContact: mayRead(actor, 'contact'), edit: { id, reference, version } };
      response.status(error.status).type('html').send(renderPage(<OrganisationFormPage viewer={viewerOf(request)} {...again} />));
    }
  }
}

const shownValues = (fields: Record<string, unknown>) => organisationValues(fields as unknown as OrganisationView);
