import { Controller, Get, Header, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access, By, type Signed } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { BuildReportInput, DrillInput, FindBehind, ReportInput, RunReport, SavedReports, subjectNames } from '../../../reports/public.js';
import { Accounts } from '../../../staff/public.js';
import { hrefWith, renderPage, viewerOf } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { askedFor } from '../asked-for.js';
import { BehindPage } from './behind.page.js';
import { BuildPage } from './build.page.js';
import { FindBehindRows } from './find-behind-rows.js';
import { ReportListPage } from './report-list.page.js';
import { ReportPage } from './report.page.js';

const HTML = 'text/html; charset=utf-8';

/** Reports as pages; what leaves as a file is in report-files.page.controller. */
@ApiExcludeController()
@Controller('reports')
export class ReportsPageController {
  constructor(
    private readonly reports: RunReport,
    private readonly saved: SavedReports,
    private readonly behind: FindBehind,
    private readonly rows: FindBehindRows,
    private readonly accounts: Accounts,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Access('report.read')
  @Header('Content-Type', HTML)
  async list(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    const saved = await this.saved.of(actor);
    const names = await this.accounts.namesOf(saved.filter(({ own }) => !own).map(({ ownerId }) => ownerId), actor.teamId);
    return renderPage(<ReportListPage viewer={viewerOf(request)} saved={saved} names={names} />);
  }

  @Get('build')
  @Access('report.read')
  @Header('Content-Type', HTML)
  build(@Req() request: Signed, @Query('subject') asked?: string): string {
    const subject = subjectNames.find((name) => name === asked) ?? null;
    return renderPage(<BuildPage viewer={viewerOf(request)} subject={subject} query={subject ? { subject } : {}} />);
  }

  @Get('built')
  @Access('report.read')
  @Header('Content-Type', HTML)
  async built(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    const { input, query } = askedFor(BuildReportInput, request);
    const report = await this.reports.built(actor, input);
    return renderPage(<ReportPage viewer={viewerOf(request)} report={report} query={query} zone={this.settings.zone} />);
  }

  @Get(':report')
  @Access('report.read')
  @Header('Content-Type', HTML)
  async report(@By() actor: Actor, @Req() request: Signed, @Param('report') id: string): Promise<string> {
    const { input, query } = askedFor(ReportInput, request);
    const report = await this.reports.run(actor, id, input);
    return renderPage(<ReportPage viewer={viewerOf(request)} report={report} query={query} zone={this.settings.zone} />);
  }

  @Get(':report/records')
  @Access('report.read')
  @Header('Content-Type', HTML)
  async records(@By() actor: Actor, @Req() request: Signed, @Param('report') id: string): Promise<string> {
    const { input, query } = askedFor(DrillInput, request);
    const behind = await this.behind.of(actor, id, input);
    const rows = actor.permissions.has(`${behind.kind}.read`) ? await this.rows.of(actor, behind, this.settings.zone) : [];
    const words = wordsFor(actor.language);
    const back = hrefWith(`/reports/${id}`, query, { section: null, row: null, column: null });
    const crumbs = [{ href: '/reports', text: words.say('reports.title') }, { href: back, text: words.say(`reports.${id}.title`) }];
    const title = words.say(`reports.section.${input.section ?? 'built'}`);
    return renderPage(<BehindPage viewer={viewerOf(request)} crumbs={crumbs} title={title} behind={behind} rows={rows} />);
  }
}
