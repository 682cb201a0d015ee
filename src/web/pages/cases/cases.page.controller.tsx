import { Body, Controller, Get, Header, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, IfMatch, isWithheld, type Signed } from '../../../access/public.js';
import { AddToCase, CaseListInput, CaseMembers, FindCases, HandOverCase, OpenCase, OpenCaseInput, ReviseCase, ReviseCaseInput } from '../../../cases/public.js';
import { FindFollowUps } from '../../../follow-ups/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { AsKnownInput, momentAsked } from '../../../kernel/http/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import { StaleRecord } from '../../../kernel/record/public.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { Clock, type Instant } from '../../../kernel/time/public.js';
import { FindShares, type NotAgreed } from '../../../shares/public.js';
import { Accounts } from '../../../staff/public.js';
import { correctedText, faultsShown, readForm, textOf, type FormBody } from '../../forms/public.js';
import { newFormKey, renderPage, viewerOf, type Fault, type FormValues } from '../../parts/public.js';
import { Choices } from '../choices.js';
import { ConflictPages } from '../conflict/conflict-pages.js';
import { CaseFormPage } from './case-form.page.js';
import { CaseListPage } from './case-list.page.js';
import { CasePage } from './case.page.js';

const HTML = 'text/html; charset=utf-8';

@ApiExcludeController()
@Controller('cases')
export class CasesPageController {
  constructor(
    private readonly find: FindCases,
    private readonly openCase: OpenCase,
    private readonly reviseCase: ReviseCase,
    private readonly handOver: HandOverCase,
    private readonly add: AddToCase,
    private readonly members: CaseMembers,
    private readonly followUps: FindFollowUps,
    private readonly accounts: Accounts,
    private readonly shares: FindShares,
    private readonly choices: Choices,
    private readonly conflicts: ConflictPages,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Access('case.read')
  @Header('Content-Type', HTML)
  async list(@By() actor: Actor, @Req() request: Signed, @Query() input: CaseListInput): Promise<string> {
    const [page, asked] = await Promise.all([this.find.page(actor, input), this.handOver.waitingFor(actor)]);
    const names = await this.accounts.namesOf(page.items.map((row) => row.leadId));
    const query = request.query as Record<string, string>;
    return renderPage(<CaseListPage viewer={viewerOf(request)} page={page} asked={asked} names={names} query={query} />);
  }

  @Get('new')
  @Access('case.record')
  @Header('Content-Type', HTML)
  blank(@Req() request: Signed): string {
    return renderPage(<CaseFormPage viewer={viewerOf(request)} values={{}} onceKey={newFormKey()} />);
  }

  @Post('new')
  @Access('case.record')
  async open(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    try {
      const said = { title: textOf(form, 'title') ?? '', summary: textOf(form, 'summary'), ...coded(form, ['stage', 'priority']) };
      if (!said.title) throw Problem.invalid([{ field: 'title', code: 'input.isString' }]);
      response.redirect(303, `/cases/${await this.openCase.run(actor, readForm(OpenCaseInput, said))}`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const page = <CaseFormPage viewer={viewerOf(request)} values={form} faults={faultsShown(error)} onceKey={textOf(form, '_key') ?? newFormKey()} />;
      response.status(error.status).type('html').send(renderPage(page));
    }
  }

  @Post('hand-overs/:handOverId')
  @Access('case.hand_over')
  async answer(@By() actor: Actor, @Param('handOverId') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    const accept = textOf(form, 'answer') === 'accept';
    const caseId = await this.handOver.answer(actor, id, accept);
    response.redirect(303, caseId ? `/cases/${caseId}` : '/cases');
  }

  @Get(':id')
  @Access('case.read')
  @Header('Content-Type', HTML)
  one(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Query() input: AsKnownInput): Promise<string> {
    return this.page(actor, request, id, { asOf: momentAsked(input, this.settings.zone, this.clock.now()) });
  }

  @Get(':id/edit')
  @Access('case.record')
  @Header('Content-Type', HTML)
  async edit(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    const view = await this.find.one(actor, id);
    return renderPage(<CaseFormPage viewer={viewerOf(request)} values={valuesOf({ ...view })} edit={view} />);
  }

  @Post(':id/edit')
  @Access('case.record')
  async revise(
    @By() actor: Actor,
    @Req() request: Signed,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() form: FormBody,
    @Res() response: Response,
  ): Promise<void> {
    try {
      const texts = { title: textOf(form, 'title'), summary: correctedText(form, 'summary'), because: textOf(form, 'because') };
      const said = given({ ...texts, ...coded(form, ['stage', 'priority', 'outcome']) });
      await this.reviseCase.run(actor, id, version, readForm(ReviseCaseInput, said));
      response.redirect(303, `/cases/${id}`);
    } catch (error) {
      if (error instanceof StaleRecord) {
        const how = { action: `/cases/${id}/edit`, back: `/cases/${id}`, valuesOf, area: 'cases' };
        return this.conflicts.answer(actor, request, response, error, form, how);
      }
      if (!(error instanceof Problem) || error.status === 404) throw error;
      const { reference } = await this.find.one(actor, id);
      const page = <CaseFormPage viewer={viewerOf(request)} values={form} faults={faultsShown(error)} edit={{ id, reference, version }} />;
      response.status(error.status).type('html').send(renderPage(page));
    }
  }

  @Post(':id/records')
  @Access('case.record')
  addRecord(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    const record = textOf(form, 'record') ?? '';
    const act = /^i-/i.test(record) ? this.add.individual(actor, id, record) : this.add.detention(actor, id, record);
    return this.acted(actor, request, response, id, act);
  }

  @Post(':id/members')
  @Access('case.record')
  addMember(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    return this.acted(actor, request, response, id, this.members.add(actor, id, textOf(form, 'staffId') ?? ''));
  }

  @Post(':id/members/:staffId/remove')
  @Access('case.record')
  removeMember(
    @By() actor: Actor,
    @Req() request: Signed,
    @Param('id') id: string,
    @Param('staffId') staffId: string,
    @Res() response: Response,
  ): Promise<void> {
    return this.acted(actor, request, response, id, this.members.remove(actor, id, staffId));
  }

  @Post(':id/hand-overs')
  @Access('case.hand_over')
  ask(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    return this.acted(actor, request, response, id, this.handOver.ask(actor, id, textOf(form, 'toId') ?? ''));
  }

  @Post(':id/hand-overs/:handOverId/withdraw')
  @Access('case.hand_over')
  withdraw(
    @By() actor: Actor,
    @Req() request: Signed,
    @Param('id') id: string,
    @Param('handOverId') handOverId: string,
    @Res() response: Response,
  ): Promise<void> {
    return this.acted(actor, request, response, id, this.handOver.withdraw(actor, id, handOverId));
  }

  /** Back to the case; a refusal shows on its page. */
  private async acted(actor: Actor, request: Signed, response: Response, id: string, act: Promise<unknown>): Promise<void> {
    try {
      await act;
      response.redirect(303, `/cases/${id}`);
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 404) throw error;
      const notAgreed = error.detail.extra?.notAgreed as readonly NotAgreed[] | undefined;
      response.status(error.status).type('html').send(await this.page(actor, request, id, { asOf: null, faults: faultsShown(error), ...(notAgreed ? { notAgreed } : {}) }));
    }
  }

  private async page(actor: Actor, request: Signed, id: string, { asOf, ...refused }: { asOf: Instant | null; faults?: readonly Fault[]; notAgreed?: readonly NotAgreed[] }): Promise<string> {
    const found = await this.find.one(actor, id, asOf);
    const contents = await this.find.contents(actor, found, asOf);
    const ids = { individualIds: contents.individuals.map((one) => one.id), detentionIds: contents.detentions.map((one) => one.id) };
    const [followUps, placeNames, assignable, shares] = await Promise.all([
      actor.permissions.has('follow-up.read') && asOf === null ? this.followUps.around(actor, { caseId: id, ...ids }) : [],
      this.choices.placeNames(actor, contents.detentions.flatMap((one) => one.periods.map((period) => period.placeId))),
      this.accounts.assignable(actor.teamId),
      asOf === null ? this.shares.of(actor, id) : [],
    ]);
    const staff = [...found.handOvers.flatMap((one) => [one.fromId, one.toId]), ...followUps.flatMap((one) => one.ownerId ?? [])];
    const names = await this.accounts.namesOf([found.leadId, ...staff]);
    const lists = { contents, followUps, names, assignable, placeNames, shares, ownId: actor.id };
    const moment = { zone: this.settings.zone, now: asOf ?? this.clock.now(), asOf };
    return renderPage(<CasePage viewer={viewerOf(request)} found={found} {...lists} {...moment} {...refused} />);
  }
}

const given = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const coded = (form: FormBody, names: readonly string[]): Record<string, unknown> =>
  given(Object.fromEntries(names.map((name) => [name, textOf(form, name)])));

const valuesOf = (fields: Record<string, unknown>): FormValues =>
  Object.fromEntries(['title', 'summary', 'stage', 'priority', 'outcome'].map((name) => [name, isWithheld(fields[name]) ? null : (fields[name] as string | null)]));
