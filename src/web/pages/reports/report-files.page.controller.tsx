import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import type { Response } from 'express';
import { Access, By, type Signed } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { Clock } from '../../../kernel/time/public.js';
import { AskFileInput, DrillInput, ReportFiles, SavedReports, SaveReportInput, reportPlan, type FileFormat } from '../../../reports/public.js';
import { faultsShown, readForm, textOf, type FormBody } from '../../forms/public.js';
import { renderPage, viewerOf } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { askedFor } from '../asked-for.js';
import { MakeFiles } from './make-files.js';
import { ReportExportPage, ReportFilesPage, SaveReportPage } from './order.page.js';
import { isLarge, ReportExports } from './report-exports.js';
import { sendAs, sendPieces } from './send-file.js';

const HTML = 'text/html; charset=utf-8';
const LEAVES = { confirm: true, leaves: true } as const;

const given = (form: FormBody): Record<string, unknown> =>
  Object.fromEntries(Object.keys(form).flatMap((name) => (name.startsWith('_') || !textOf(form, name) ? [] : [[name, textOf(form, name)]])));

/** Of the page that keeps a report: its name and the parameters of its address. */
class KeptInput extends DrillInput {
  @Matches(/^[a-z-]{1,40}$/)
  report!: string;
}

/** What leaves as a file, at once or from the list of files that wait; and reports that are kept. */
@ApiExcludeController()
@Controller('reports')
export class ReportFilesPageController {
  constructor(
    private readonly exports: ReportExports,
    private readonly files: ReportFiles,
    private readonly saved: SavedReports,
    private readonly making: MakeFiles,
    private readonly time: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('files')
  @Access('report.export')
  @Header('Content-Type', HTML)
  async waiting(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    return renderPage(<ReportFilesPage viewer={viewerOf(request)} files={await this.files.of(actor)} zone={this.settings.zone} />);
  }

  @Get('files/:id')
  @Access('report.export', LEAVES)
  async take(@By() actor: Actor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    const { file, body } = await this.files.take(actor, id);
    sendAs(response, file.report, file.format as FileFormat, file.askedAt);
    await sendPieces(response, body);
  }

  @Get('saved/new')
  @Access('report.read')
  @Header('Content-Type', HTML)
  keep(@Req() request: Signed): string {
    const { report = '', ...query } = askedFor(KeptInput, request).query;
    return renderPage(this.savePage(request, report, query));
  }

  @Post('saved/new')
  @Access('report.read')
  async keepIt(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    const said = given(form);
    try {
      const input = readForm(SaveReportInput, { ...said, ...(said.shared ? { shared: true } : {}) });
      await this.saved.save(actor, input);
      response.redirect(303, '/reports');
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 404) throw error;
      const { name: _name, shared: _shared, every: _every, format: _format, purpose: _purpose, report = '', ...query } = said as Record<string, string>;
      response.status(error.status).type('html').send(renderPage(this.savePage(request, report, query, { values: form, faults: faultsShown(error) })));
    }
  }

  @Post('saved/:id/remove')
  @Access('report.read')
  async remove(@By() actor: Actor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    await this.saved.remove(actor, id);
    response.redirect(303, '/reports');
  }

  @Get(':report/export')
  @Access('report.export', LEAVES)
  @Header('Content-Type', HTML)
  ask(@Req() request: Signed, @Param('report') report: string): string {
    const { query } = askedFor(DrillInput, request);
    return renderPage(this.exportPage(request, report, query));
  }

  /** Small ones are the answer; those of records are made in the background and wait in the list. */
  @Post(':report/export')
  @HttpCode(200)
  @Access('report.export', LEAVES)
  async make(@By() actor: Actor, @Req() request: Signed, @Param('report') report: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    const said = given(form);
    try {
      const input = readForm(AskFileInput, said);
      if (isLarge(input.format)) {
        await this.files.ask(actor, report, input);
        void this.making.start();
        response.redirect(303, '/reports/files');
        return;
      }
      const { pieces } = await this.exports.make(actor, report, { format: input.format, purpose: input.purpose, input });
      sendAs(response, report, input.format, this.time.now());
      await sendPieces(response, pieces);
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 404) throw error;
      const { format: _format, purpose: _purpose, section: _section, ...query } = said as Record<string, string>;
      response.status(error.status).type('html').send(renderPage(this.exportPage(request, report, query, { values: form, faults: faultsShown(error) })));
    }
  }

  private exportPage(request: Signed, report: string, query: Record<string, string>, again: object = {}) {
    const viewer = viewerOf(request);
    const words = wordsFor(viewer.language);
    const plan = reportPlan(report);
    if (!plan && report !== 'built') throw Problem.notFound();
    const sections = (plan?.sections ?? []).filter(({ picture }) => picture).map(({ id }) => ({ value: id, label: words.say(`reports.section.${id}`) }));
    return <ReportExportPage viewer={viewer} report={report} title={words.say(`reports.${report}.title`)} query={query} sections={sections} {...again} />;
  }

  private savePage(request: Signed, report: string, query: Record<string, string>, again: object = {}) {
    const viewer = viewerOf(request);
    if (!reportPlan(report) && report !== 'built') throw Problem.notFound();
    return <SaveReportPage viewer={viewer} report={report} title={wordsFor(viewer.language).say(`reports.${report}.title`)} query={query} {...again} />;
  }
}
