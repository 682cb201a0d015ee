import { Body, Controller, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Clock } from '../../../kernel/time/public.js';
import { AskFileInput, ReportFiles, SavedReports, SaveReportInput, type FileFormat, type ReportFile, type SavedReportView } from '../../../reports/public.js';
import { MakeFiles } from './make-files.js';
import { isLarge, mediaTypes, ReportExports } from './report-exports.js';
import { sendAs, sendPieces } from './send-file.js';

const LEAVES = { confirm: true, leaves: true } as const;

/** Files of reports and reports that are kept, for programs. */
@ApiTags('reports')
@Controller('api/v1')
export class ReportExportsController {
  constructor(
    private readonly exports: ReportExports,
    private readonly files: ReportFiles,
    private readonly saved: SavedReports,
    private readonly making: MakeFiles,
    private readonly time: Clock,
  ) {}

  /** A report as a file; records (HURIDOCS) are made in the background: 202 and the id of the file that will wait. */
  @Post('reports/:report/exports')
  @HttpCode(200)
  @Access('report.export', LEAVES)
  @ApiProduces(...new Set(Object.values(mediaTypes)))
  async make(@By() actor: Actor, @Param('report') report: string, @Body() input: AskFileInput, @Res() response: Response): Promise<void> {
    const { format, purpose } = input;
    if (isLarge(format)) {
      const id = await this.files.ask(actor, report, input);
      void this.making.start();
      response.status(202).json({ id });
      return;
    }
    const { pieces } = await this.exports.make(actor, report, { format, purpose, input });
    sendAs(response, report, format, this.time.now());
    await sendPieces(response, pieces);
  }

  @Get('report-files')
  @Access('report.export')
  waiting(@By() actor: Actor): Promise<ReportFile[]> {
    return this.files.of(actor);
  }

  @Get('report-files/:id')
  @Access('report.export', LEAVES)
  async take(@By() actor: Actor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    const { file, body } = await this.files.take(actor, id);
    sendAs(response, file.report, file.format as FileFormat, file.askedAt);
    await sendPieces(response, body);
  }

  @Get('saved-reports')
  @Access('report.read')
  kept(@By() actor: Actor): Promise<SavedReportView[]> {
    return this.saved.of(actor);
  }

  @Post('saved-reports')
  @Access('report.read')
  async keep(@By() actor: Actor, @Body() input: SaveReportInput): Promise<{ id: string }> {
    return { id: await this.saved.save(actor, input) };
  }

  @Delete('saved-reports/:id')
  @HttpCode(204)
  @Access('report.read')
  remove(@By() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.saved.remove(actor, id);
  }
}
