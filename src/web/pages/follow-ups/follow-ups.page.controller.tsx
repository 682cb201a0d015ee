import { Body, Controller, Get, Header, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, IfMatch, isWithheld, type Signed } from '../../../access/public.js';
import {
  ChangeStatus,
  ChangeStatusInput,
  FindFollowUps,
  FollowUpListInput,
  RecordFollowUp,
  RecordFollowUpInput,
  ReviseFollowUp,
  ReviseFollowUpInput,
  subjectFields,
  subjectOf,
  type Subject,
} from '../../../follow-ups/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import { StaleRecord } from '../../../kernel/record/public.js';
import type { Settings } from '../../../kernel/settings/public.js';
import type { Bounds } from '../../../kernel/time/public.js';
import { Accounts } from '../../../staff/public.js';
import { correctedText, faultsShown, readForm, textOf, type FormBody } from '../../forms/public.js';
import { newFormKey, renderPage, viewerOf, type FormValues } from '../../parts/public.js';
import { ConflictPages } from '../conflict/conflict-pages.js';
import { FollowUpFormPage, type FollowUpFormProps } from './follow-up-form.page.js';
import { FollowUpListPage } from './follow-up-list.page.js';
import { FollowUpPage } from './follow-up.page.js';
import { aboutOf } from './follow-up-table.js';

const HTML = 'text/html; charset=utf-8';

@ApiExcludeController()
@Controller('follow-ups')
export class FollowUpsPageController {
  constructor(
    private readonly find: FindFollowUps,
    private readonly recordFollowUp: RecordFollowUp,
    private readonly reviseFollowUp: ReviseFollowUp,
    private readonly changeStatus: ChangeStatus,
    private readonly accounts: Accounts,
    private readonly conflicts: ConflictPages,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Access('follow-up.read')
  @Header('Content-Type', HTML)
  async list(@By() actor: Actor, @Req() request: Signed, @Query() input: FollowUpListInput): Promise<string> {
    const page = await this.find.page(actor, input);
    const names = await this.accounts.namesOf(page.items.flatMap((one) => one.ownerId ?? []));
    const query = request.query as Record<string, string>;
    return renderPage(<FollowUpListPage viewer={viewerOf(request)} page={page} names={names} query={query} edges={this.find.edges()} />);
  }

  @Get('new')
  @Access('follow-up.record')
  @Header('Content-Type', HTML)
  async blank(@By() actor: Actor, @Req() request: Signed, @Query() query: Record<string, string>): Promise<string> {
    const given = { caseId: query.case, individualId: query.individual, detentionId: query.detention, incidentId: query.incident };
    return renderPage(await this.form(actor, request, subjectOf(given), { values: { ...given, ownerId: actor.id, priority: 'normal' }, onceKey: newFormKey() }));
  }

  @Post('new')
  @Access('follow-up.record')
  async record(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    const given = textsIn(form, subjectFields);
    const subject = subjectOf(given);
    try {
      const id = await this.recordFollowUp.run(actor, readForm(RecordFollowUpInput, { ...textsIn(form, ['kind', 'priority', 'task', 'ownerId']), ...dueIn(form), ...given }));
      response.redirect(303, `/follow-ups/${id}`);
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 404) throw error;
      const props = { values: form, faults: faultsShown(error), onceKey: textOf(form, '_key') ?? newFormKey() };
      response.status(error.status).type('html').send(renderPage(await this.form(actor, request, subject, props)));
    }
  }

  @Get(':id')
  @Access('follow-up.read')
  @Header('Content-Type', HTML)
  one(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    return this.page(actor, request, id);
  }

  @Post(':id/status')
  @Access('follow-up.record')
  async status(
    @By() actor: Actor,
    @Req() request: Signed,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() form: FormBody,
    @Res() response: Response,
  ): Promise<void> {
    try {
      const said = { ...textsIn(form, ['status']), outcome: correctedText(form, 'outcome') };
      await this.changeStatus.run(actor, id, version, readForm(ChangeStatusInput, said));
      response.redirect(303, `/follow-ups/${id}`);
    } catch (error) {
      if (error instanceof StaleRecord) return this.conflict(actor, request, response, error, form, `/follow-ups/${id}/status`);
      if (!(error instanceof Problem) || error.status === 404) throw error;
      const again = { values: form as FormValues, faults: faultsShown(error) };
      response.status(error.status).type('html').send(await this.page(actor, request, id, again));
    }
  }

  @Get(':id/edit')
  @Access('follow-up.record')
  @Header('Content-Type', HTML)
  async edit(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    const view = await this.find.one(actor, id);
    return renderPage(await this.form(actor, request, subjectOf(view), { values: valuesOf({ ...view }), edit: view }));
  }

  @Post(':id/edit')
  @Access('follow-up.record')
  async revise(
    @By() actor: Actor,
    @Req() request: Signed,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() form: FormBody,
    @Res() response: Response,
  ): Promise<void> {
    try {
      const owner = correctedText(form, 'ownerId');
      const texts = { ...textsIn(form, ['kind', 'priority', 'because']), task: correctedText(form, 'task') };
      const due = correctedText(form, 'due');
      const said = { ...texts, ...(owner === undefined ? {} : { ownerId: owner }), ...(due === undefined ? {} : { due: due ? { said: due } : null }) };
      await this.reviseFollowUp.run(actor, id, version, readForm(ReviseFollowUpInput, said));
      response.redirect(303, `/follow-ups/${id}`);
    } catch (error) {
      if (error instanceof StaleRecord) return this.conflict(actor, request, response, error, form, `/follow-ups/${id}/edit`);
      if (!(error instanceof Problem) || error.status === 404) throw error;
      const subject = subjectOf(await this.find.one(actor, id));
      const props = { values: form, faults: faultsShown(error), edit: { id, version } };
      response.status(error.status).type('html').send(renderPage(await this.form(actor, request, subject, props)));
    }
  }

  private conflict(actor: Actor, request: Signed, response: Response, error: StaleRecord, form: FormBody, action: string): Promise<void> {
    return this.conflicts.answer(actor, request, response, error, form, { action, back: '/follow-ups', valuesOf, area: 'follow-ups' });
  }

  private async page(actor: Actor, request: Signed, id: string, again: { values?: FormValues; faults?: ReturnType<typeof faultsShown> } = {}): Promise<string> {
    const task = await this.find.one(actor, id);
    const names = await this.accounts.namesOf([task.statusBy, ...(task.ownerId ? [task.ownerId] : [])]);
    return renderPage(<FollowUpPage viewer={viewerOf(request)} task={task} names={names} zone={this.settings.zone} {...again} />);
  }

  private async form(actor: Actor, request: Signed, subject: Subject, props: Omit<FollowUpFormProps, 'viewer' | 'owners' | 'back'>) {
    const owners = (await this.find.owners(actor, subject)).map((member) => ({ value: member.id, label: member.name }));
    const none = { caseId: null, individualId: null, detentionId: null, incidentId: null };
    const back = props.edit ? `/follow-ups/${props.edit.id}` : aboutOf({ ...none, [subject.field]: subject.id }).href;
    return <FollowUpFormPage viewer={viewerOf(request)} owners={owners} back={back} {...props} />;
  }
}

const textsIn = (form: FormBody, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name): [string, string][] => {
    const text = textOf(form, name);
    return text === undefined ? [] : [[name, text]];
  }));

function dueIn(form: FormBody): { due?: { said: string } } {
  const said = textOf(form, 'due');
  return said ? { due: { said } } : {};
}

function valuesOf(fields: Record<string, unknown>): FormValues {
  const names = ['kind', 'ownerId', 'priority', 'task', 'status', 'outcome'];
  const texts = Object.fromEntries(names.map((name) => [name, isWithheld(fields[name]) ? null : (fields[name] as string | null)]));
  return { ...texts, due: (fields.due as Bounds | null)?.asSaid ?? '' };
}
