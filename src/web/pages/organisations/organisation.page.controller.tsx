import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, Reach, type Signed } from '../../../access/public.js';
import { FindIndividuals, individualKind } from '../../../individuals/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { Affiliate, FindAffiliations, FindOrganisations, RecordAffiliationInput } from '../../../organisations/public.js';
import { faultsShown, readForm, textOf, type FormBody } from '../../forms/public.js';
import { newFormKey, renderPage, viewerOf, type Fault, type FormValues } from '../../parts/public.js';
import { OrganisationPage } from './organisation.page.js';

/** The page of one organisation, with the people tied to it. */
@ApiExcludeController()
@Controller('organisations')
export class OrganisationPageController {
  constructor(
    private readonly find: FindOrganisations,
    private readonly ties: FindAffiliations,
    private readonly individuals: FindIndividuals,
    private readonly affiliate: Affiliate,
    private readonly reach: Reach,
  ) {}

  @Get(':id')
  @Access('organisation.read')
  @Header('Content-Type', 'text/html; charset=utf-8')
  one(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    return this.page(actor, request, id);
  }

  @Post(':id/people')
  @Access('organisation.record')
  async tie(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    try {
      const individualId = await this.personBy(actor, textOf(form, 'reference') ?? '');
      const input = readForm(RecordAffiliationInput, { individualId, relation: textOf(form, 'relation'), role: textOf(form, 'role') });
      await this.affiliate.run(actor, id, input);
      response.redirect(303, `/organisations/${id}`);
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 404) throw error;
      const faults = error.detail.fields ? faultsShown(error) : [{ field: 'reference', code: error.code }];
      const again = { values: form, faults, onceKey: textOf(form, '_key') ?? newFormKey() };
      response.status(error.status).type('html').send(await this.page(actor, request, id, again));
    }
  }

  /** Only within reach: a reference number that exists elsewhere is answered as one that does not exist. */
  private async personBy(actor: Actor, reference: string): Promise<string> {
    const query = this.reach.list(actor, individualKind, 'i').andWhere('i.reference = :reference', { reference: reference.toUpperCase() });
    const person = await query.getOne();
    if (!person) throw new Problem('input.invalid', { status: 422, fields: [{ field: 'reference', code: 'not_found' }] });
    return person.id;
  }

  private async page(
    actor: Actor,
    request: Signed,
    id: string,
    again: { values?: FormValues; faults?: readonly Fault[]; onceKey?: string } = {},
  ): Promise<string> {
    const organisation = await this.find.one(actor, id);
    const ties = await this.ties.of(actor, { organisationIds: [id] });
    const people = await this.individuals.several(actor, ties.map((tie) => tie.individualId));
    const shown = { organisation, ties, people, onceKey: newFormKey(), ...again };
    return renderPage(<OrganisationPage viewer={viewerOf(request)} {...shown} />);
  }
}
