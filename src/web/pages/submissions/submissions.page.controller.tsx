import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, IfMatch, type Signed } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import { StaleRecord } from '../../../kernel/record/public.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { FindSubmissions, formOf, OpenSubmission, OpenSubmissionInput, RecordReplyInput, ReviseSubmission, ReviseSubmissionInput, SendSubmission, SendSubmissionInput, SubmissionFileInput, SubmissionFiles, SubmissionListInput, type NamedView, type SubmissionDraftView, type SubmissionForm } from '../../../submissions/public.js';
import { faultsShown, readForm, textOf, type FormBody } from '../../forms/public.js';
import { newFormKey, renderPage, viewerOf } from '../../parts/public.js';
import { askedFor } from '../asked-for.js';
import { PartnerChoices } from '../partner-choices.js';
import { ConflictPages } from '../conflict/conflict-pages.js';
import { NewSubmissionPage } from './new-submission.page.js';
import { saidIn, textsFrom, textsShown } from './submission-form.js';
import { EditSubmissionPage, ReplyPage, SendSubmissionPage } from './submission-forms.page.js';
import { SubmissionListPage } from './submission-list.page.js';
import { SubmissionPage } from './submission.page.js';

const HTML = 'text/html; charset=utf-8';

/** Drafts to international bodies and partners: list, draft, texts, file, sending, reply. */
@ApiExcludeController()
@Controller('submissions')
export class SubmissionsPageController {
  constructor(
    private readonly find: FindSubmissions,
    private readonly open: OpenSubmission,
    private readonly reviseSubmission: ReviseSubmission,
    private readonly sendSubmission: SendSubmission,
    private readonly files: SubmissionFiles,
    private readonly conflicts: ConflictPages,
    private readonly partners: PartnerChoices,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Access('submission.read')
  @Header('Content-Type', HTML)
  async list(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    const { input, query } = askedFor(SubmissionListInput, request);
    return renderPage(<SubmissionListPage viewer={viewerOf(request)} page={await this.find.page(actor, input)} query={query} zone={this.settings.zone} />);
  }

  @Get('new')
  @Access('submission.record')
  @Header('Content-Type', HTML)
  async blank(@By() actor: Actor, @Req() request: Signed, @Query() query: Record<string, string>): Promise<string> {
    const about = query.incident ? 'incident' : 'detention';
    const id = query[about];
    if (!id) throw Problem.notFound();
    return renderPage(<NewSubmissionPage viewer={viewerOf(request)} about={about} id={id} values={{ headings: 'en' }} onceKey={newFormKey()} partners={await this.partners.of(actor)} />);
  }

  @Post('new')
  @Access('submission.record')
  async begin(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    try {
      const id = await this.open.run(actor, readForm(OpenSubmissionInput, saidIn(form, ['form', 'headings', 'detentionId', 'incidentId', 'partnerId'])));
      response.redirect(303, `/submissions/${id}`);
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 404) throw error;
      const about = textOf(form, 'incidentId') ? 'incident' : 'detention';
      const again = { values: form, faults: faultsShown(error), onceKey: textOf(form, '_key') ?? newFormKey(), partners: await this.partners.of(actor) };
      response.status(error.status).type('html').send(renderPage(<NewSubmissionPage viewer={viewerOf(request)} about={about} id={textOf(form, `${about}Id`) ?? ''} {...again} />));
    }
  }

  @Get(':id')
  @Access('submission.read')
  @Header('Content-Type', HTML)
  async one(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    return renderPage(<SubmissionPage viewer={viewerOf(request)} {...(await this.shown(actor, id))} zone={this.settings.zone} />);
  }

  @Get(':id/edit')
  @Access('submission.record')
  @Header('Content-Type', HTML)
  async edit(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    return renderPage(<EditSubmissionPage viewer={viewerOf(request)} draft={await this.find.one(actor, id)} partners={await this.partners.of(actor)} />);
  }

  @Post(':id/edit')
  @Access('submission.record')
  async revise(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @IfMatch() version: number, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    const { submission } = await this.find.one(actor, id);
    const partners = await this.partners.of(actor);
    const stale = (error: StaleRecord): Promise<void> => this.conflicts.answer(actor, request, response, error, form, { action: `/submissions/${id}/edit`, back: `/submissions/${id}`, valuesOf: textsShown, area: 'submissions' });
    await this.answer(actor, id, response, async () => {
      // The list says "none on this list" with an empty value; without the list nothing is said of it.
      const partnerId = form.partnerId === undefined ? {} : { partnerId: textOf(form, 'partnerId') ?? null };
      const said = { texts: textsFrom(form, formOf(submission.form) as SubmissionForm), ...partnerId, ...saidIn(form, ['because']) };
      const named = await this.reviseSubmission.run(actor, id, version, readForm(ReviseSubmissionInput, said));
      if (named.length === 0) return null;
      const faults = [...new Set(named.flatMap(({ field }) => field ?? []))].map((field) => ({ field: `texts.${field}`, code: 'submission.names_somebody' }));
      return <EditSubmissionPage viewer={viewerOf(request)} draft={{ ...(await this.find.one(actor, id)), named }} partners={partners} faults={faults} />;
    }, (draft, faults) => <EditSubmissionPage viewer={viewerOf(request)} draft={draft} partners={partners} values={form} faults={faults} />, stale);
  }

  @Post(':id/redraw')
  @Access('submission.record')
  async redraw(@By() actor: Actor, @Param('id') id: string, @IfMatch() version: number, @Res() response: Response): Promise<void> {
    await this.reviseSubmission.redraw(actor, id, version);
    response.redirect(303, `/submissions/${id}`);
  }

  @Post(':id/files')
  @HttpCode(200)
  @Access('submission.send', { confirm: true, leaves: true })
  async file(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    try {
      const file = await this.files.make(actor, id, readForm(SubmissionFileInput, saidIn(form, ['format', 'despite'])));
      response.type(file.type).setHeader('Content-Disposition', `attachment; filename="${file.name}"`).send(file.body);
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 404) throw error;
      const named = namedIn(error);
      const page = <SubmissionPage viewer={viewerOf(request)} {...(await this.shown(actor, id, named))} zone={this.settings.zone} values={form} faults={named.length > 0 ? [] : faultsShown(error)} />;
      response.status(error.status).type('html').send(renderPage(page));
    }
  }

  @Get(':id/send')
  @Access('submission.send')
  @Header('Content-Type', HTML)
  async send(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    return renderPage(<SendSubmissionPage viewer={viewerOf(request)} {...(await this.shown(actor, id))} />);
  }

  @Post(':id/send')
  @Access('submission.send')
  async sent(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @IfMatch() version: number, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    const { partner } = await this.shown(actor, id);
    await this.answer(actor, id, response, async () => {
      await this.sendSubmission.run(actor, id, version, readForm(SendSubmissionInput, saidIn(form, ['how', 'recipient', 'theirReference', 'despite'], ['sent'])));
      return null;
    }, (draft, faults) => <SendSubmissionPage viewer={viewerOf(request)} draft={draft} partner={partner} values={form} faults={faults} />);
  }

  @Get(':id/reply')
  @Access('submission.record')
  @Header('Content-Type', HTML)
  async replyTo(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    return renderPage(<ReplyPage viewer={viewerOf(request)} draft={await this.find.one(actor, id)} />);
  }

  @Post(':id/reply')
  @Access('submission.record')
  async reply(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @IfMatch() version: number, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    await this.answer(actor, id, response, async () => {
      await this.sendSubmission.reply(actor, id, version, readForm(RecordReplyInput, saidIn(form, ['response', 'reply', 'theirReference'], ['replied'])));
      return null;
    }, (draft, faults) => <ReplyPage viewer={viewerOf(request)} draft={draft} values={form} faults={faults} />);
  }

  /** With what the partner it is for is called, as far as the reader knows. */
  private async shown(actor: Actor, id: string, named: NamedView[] = []): Promise<{ draft: SubmissionDraftView; partner: string | null }> {
    const draft = await this.find.one(actor, id);
    const { partnerId } = draft.submission;
    return { draft: { ...draft, named }, partner: partnerId ? ((await this.partners.namesOf(actor, [partnerId])).get(partnerId) ?? null) : null };
  }

  /** Back to the submission when it worked, or a page that says more; the form with what was typed when it did not. A stale version is answered as everywhere. */
  private async answer(
    actor: Actor,
    id: string,
    response: Response,
    story: () => Promise<Parameters<typeof renderPage>[0] | null>,
    again: (draft: Awaited<ReturnType<FindSubmissions['one']>>, faults: ReturnType<typeof faultsShown>) => Parameters<typeof renderPage>[0],
    stale?: (error: StaleRecord) => Promise<void>,
  ): Promise<void> {
    try {
      const page = await story();
      if (page) response.status(200).type('html').send(renderPage(page));
      else response.redirect(303, `/submissions/${id}`);
    } catch (error) {
      if (error instanceof StaleRecord && stale) return stale(error);
      if (!(error instanceof Problem) || error.status === 404) throw error;
      const named = namedIn(error);
      const page = again({ ...(await this.find.one(actor, id)), named }, named.length > 0 ? [] : faultsShown(error));
      response.status(error.status).type('html').send(renderPage(page));
    }
  }
}

/** Who was found in the draft, as the refusal says. */
const namedIn = ({ code, detail }: Problem): NamedView[] => (code === 'submission.names_somebody' ? ((detail.extra?.named as NamedView[] | undefined) ?? []) : []);
