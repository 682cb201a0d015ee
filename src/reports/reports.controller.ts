import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, By } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import type { OfferedView } from './offered.view.js';
import { reportPlans } from './definitions.js';
import { BuildReportInput, ReportInput } from './report.input.js';
import type { ReportView } from './report.view.js';
import { RunReport } from './run-report.js';
import { subjects } from './subjects.js';

@ApiTags('reports')
@Controller('api/v1/reports')
export class ReportsController {
  constructor(private readonly reports: RunReport) {}

  @Get()
  @Access('report.read')
  offered(): OfferedView {
    const ids = (all: readonly { readonly id: string }[]): string[] => all.map(({ id }) => id);
    return {
      reports: ids(reportPlans),
      subjects: Object.values(subjects).map(({ name, measures, dimensions }) => ({ name, measures: ids(measures), dimensions: ids(dimensions) })),
    };
  }

  /** A table of one's own. */
  @Get('built')
  @Access('report.read')
  built(@By() actor: Actor, @Query() input: BuildReportInput): Promise<ReportView> {
    return this.reports.built(actor, input);
  }

  /** A built-in report over the records within reach. */
  @Get(':report')
  @Access('report.read')
  report(@By() actor: Actor, @Param('report') report: string, @Query() input: ReportInput): Promise<ReportView> {
    return this.reports.run(actor, report, input);
  }
}
