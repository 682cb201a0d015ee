import { Body, Controller, Get, Header, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, IfMatch, type Signed } from '../../../access/public.js';
import { FindIndividuals } from '../../../individuals/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { AnswerRequest, AnswerRequestInput, FindRequests, RecordRequest, RecordRequestInput, RequestListInput } from '../../../requests/public.js';
import { Accounts } from '../../../staff/public.js';
import { faultsShown, readForm, textOf, type FormBody } from '../../forms/public.js';
import { newFormKey, renderPage, viewerOf } from '../../parts/public.js';
import { askedFor } from '../asked-for.js';
import { RequestFormPage } from './request-form.page.js';
import { RequestListPage } from './request-list.page.js';
import { RequestPage } from './request.page.js';

const HTML = 'text/html; charset=utf-8';

/** The register of what people ask about their data. */
@ApiExcludeController()
@Controller('requests')
export class RequestsPageController {
  constructor(
    private readonly find: FindRequests,
    private readonly record: RecordRequest,
    private readonly answer: AnswerRequest,
    private readonly individuals: FindIndividuals,
    private readonly accounts: Accounts,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Access('request.record')
  @Header('Content-Type', HTML)
  async list(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    const { input, query } = askedFor(RequestListInput, request);
    return renderPage(<RequestListPage viewer={viewerOf(request)} page={await this.find.page(actor, input)} query={query} zone={this.settings.zone} />);
  }

  @Get('new')
  @Access('request.record')
  @Header('Content-Type', HTML)
  async blank(@By() actor: Actor, @Req() request: Signed, @Query('individual') individual?: string): Promise<string> {
    return this.form(actor, request, individual ? { individualId: individual } : {}, newFormKey());
  }

  @Post('new')
  @Access('request.record')
  async keep(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    try {
      const given = ['what', 'askedBy', 'identity', 'individualId', 'asker', 'contact', 'wording'].map((name) => [name, textOf(form, name)] as const);
      const said = Object.fromEntries(given.filter(([, value]) => value !== undefined));
      const id = await this.record.run(actor, readForm(RecordRequestInput, { ...said, received: { said: textOf(form, 'received') ?? '' } }));
      response.redirect(303, `/requests/${id}`);
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 404) throw error;
      response.status(error.status).type('html').send(await this.form(actor, request, form, textOf(form, '_key') ?? newFormKey(), error));
    }
  }

  @Get(':id')
  @Access('request.record')
  @Header('Content-Type', HTML)
  one(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    return this.page(actor, request, id, {});
  }

  @Post(':id/answer')
  @Access('erasure.decide')
  async step(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @IfMatch() version: number, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    try {
      const given = ['step', 'ground', 'identity', 'words'].map((name) => [name, textOf(form, name)] as const);
      await this.answer.run(actor, id, version, readForm(AnswerRequestInput, Object.fromEntries(given.filter(([, value]) => value !== undefined))));
      response.redirect(303, `/requests/${id}`);
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 404) throw error;
      response.status(error.status).type('html').send(await this.page(actor, request, id, form, error));
    }
  }

  private async page(actor: Actor, request: Signed, id: string, values: FormBody, problem?: Problem): Promise<string> {
    const view = await this.find.one(actor, id);
    const about = await this.about(actor, view.individualId);
    const names = await this.accounts.namesOf(view.answers.map(({ staffId }) => staffId));
    return renderPage(<RequestPage viewer={viewerOf(request)} request={view} about={about} names={names} zone={this.settings.zone} values={values} faults={problem ? faultsShown(problem) : []} />);
  }

  private async form(actor: Actor, request: Signed, values: FormBody, onceKey: string, problem?: Problem): Promise<string> {
    const about = await this.about(actor, textOf(values, 'individualId') ?? null);
    return renderPage(
      <RequestFormPage viewer={viewerOf(request)} values={values} faults={problem ? faultsShown(problem) : []} onceKey={onceKey} zone={this.settings.zone} about={about?.reference ?? null} />,
    );
  }

  private async about(actor: Actor, id: string | null): Promise<{ id: string; reference: string } | null> {
    const known = id ? (await this.individuals.several(actor, [id])).get(id) : undefined;
    return known ? { id: known.id, reference: known.reference } : null;
  }
}
