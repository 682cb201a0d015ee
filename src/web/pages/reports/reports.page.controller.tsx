import { Controller, Get, Header, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access, By, type Signed } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { ReportedDetentions, ReportedDetentionsInput } from '../../../reports/public.js';
import { renderPage, viewerOf } from '../../parts/public.js';
import { askedFor } from '../asked-for.js';
import { ReportListPage } from './report-list.page.js';
import { ReportedDetentionsPage } from './reported-detentions.page.js';

const HTML = 'text/html; charset=utf-8';

@ApiExcludeController()
@Controller('reports')
export class ReportsPageController {
  constructor(private readonly reported: ReportedDetentions) {}

  @Get()
  @Access('report.read')
  @Header('Content-Type', HTML)
  list(@Req() request: Signed): string {
    return renderPage(<ReportListPage viewer={viewerOf(request)} />);
  }

  @Get('reported-detentions')
  @Access('report.read')
  @Header('Content-Type', HTML)
  async reportedDetentions(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    const { input, query } = askedFor(ReportedDetentionsInput, request);
    const report = await this.reported.run(actor, input);
    return renderPage(<ReportedDetentionsPage viewer={viewerOf(request)} report={report} query={query} />);
  }
}
