import { Inject, Injectable } from '@nestjs/common';
import { drawPdf, renderPng, writeDocx, writeOds, writeXlsx } from '../../../documents/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { localMinute, type Instant } from '../../../kernel/time/public.js';
import { CountAgreed, reportPlan, RunReport, WriteEvents, type BuildReportInput, type DrillInput, type FileFormat, type MadeFile, type ReportView } from '../../../reports/public.js';
import { Accounts } from '../../../staff/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { pictureSvg } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { reportPaper } from './report-paper.js';
import { reportSheets } from './report-sheets.js';
import { reportCsv, reportHxl, reportJson } from './report-tables.js';
import { saidReport } from './said-report.js';

export interface ReportOrder {
  readonly format: FileFormat;
  readonly purpose: string;
  readonly input: DrillInput;
}

/** Media types by format. */
export const mediaTypes: Readonly<Record<FileFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  'hxl.csv': 'text/csv; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  'event.csv': 'text/csv; charset=utf-8',
  'act.csv': 'text/csv; charset=utf-8',
  'person.csv': 'text/csv; charset=utf-8',
};

/** Records one a row: made in the background, however many. */
const tables = { 'event.csv': 'event', 'act.csv': 'act', 'person.csv': 'person' } as const;
export const isLarge = (format: string): format is keyof typeof tables => format in tables;

/** Pixels a unit of a drawing: sharp in print at its own width. */
const PNG_SCALE = 3;

/** Makes the files of reports, in the words of who asked. */
@Injectable()
export class ReportExports {
  constructor(
    private readonly reports: RunReport,
    private readonly events: WriteEvents,
    private readonly agreed: CountAgreed,
    private readonly accounts: Accounts,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws Problem `not_found`, `input.invalid` */
  async make(actor: Actor, report: string, { format, purpose, input }: ReportOrder): Promise<MadeFile> {
    if (isLarge(format)) {
      if (!reportPlan(report) && report !== 'built') throw Problem.notFound();
      return this.events.of(actor, tables[format], input, purpose);
    }
    const act = 'report.exported';
    const ran = report === 'built' ? await this.reports.built(actor, input as BuildReportInput, act) : await this.reports.run(actor, report, input, act);
    const agreement = await this.agreed.of(actor, ran, input, purpose);
    const made = agreement ? { ...ran, agreement } : ran;
    const words = wordsFor(actor.language);
    if (format === 'csv') return reportCsv(made, words);
    if (format === 'hxl.csv') return reportHxl(made, words);
    if (format === 'json') return reportJson(made);
    return whole(await this.drawn(actor, made, { format, purpose, input }));
  }

  private async drawn(actor: Actor, report: ReportView, { format, purpose, input }: ReportOrder): Promise<Buffer> {
    const words = wordsFor(actor.language);
    const said = saidReport(report, words, this.settings.zone);
    if (format === 'svg' || format === 'png') {
      const picture = said.sections.find(({ id, picture: own }) => own !== null && (input.section === undefined || id === input.section))?.picture;
      if (!picture) throw Problem.invalid([{ field: 'section', code: 'report.no_picture' }]);
      const svg = pictureSvg(picture);
      return format === 'svg' ? Buffer.from(svg) : renderPng(svg, PNG_SCALE).data;
    }
    const madeAt = report.madeAt as Instant;
    const about = { madeBy: (await this.accounts.namesOf([actor.id])).get(actor.id) ?? '', purpose: labelOf('export-purposes', purpose, actor.language) };
    if (format === 'xlsx' || format === 'ods') {
      const sheets = reportSheets(said, words, { ...about, madeAt: localMinute(madeAt, this.settings.zone) });
      return format === 'xlsx' ? writeXlsx(sheets) : writeOds(sheets);
    }
    const paper = reportPaper(said, words, { ...about, madeAt });
    return format === 'pdf' ? drawPdf(paper) : writeDocx(paper);
  }
}

const whole = (body: Buffer): MadeFile => ({
  pieces: (async function* () {
    yield await Promise.resolve(body);
  })(),
  rows: () => null,
});
