import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Access, By } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { reportedCsv } from './reported-detentions.csv.js';
import { ReportedDetentionsInput } from './reported-detentions.input.js';
import { ReportedDetentions } from './reported-detentions.js';
import type { ReportedDetentionsView } from './reported-detentions.view.js';

@ApiTags('reports')
@Controller('api/v1/reports')
export class ReportsController {
  constructor(private readonly reported: ReportedDetentions) {}

  @Get('reported-detentions')
  @Access('report.read')
  reportedDetentions(@By() actor: Actor, @Query() input: ReportedDetentionsInput): Promise<ReportedDetentionsView> {
    return this.reported.run(actor, input);
  }

  /** One row a month and region. */
  @Get('reported-detentions.csv')
  @Access('report.export')
  @ApiProduces('text/csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="reported-detentions.csv"')
  async reportedDetentionsCsv(@By() actor: Actor, @Query() input: ReportedDetentionsInput): Promise<string> {
    return reportedCsv(await this.reported.run(actor, input, 'report.exported'), actor.language);
  }
}
