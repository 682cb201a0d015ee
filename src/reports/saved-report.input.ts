import { IsBoolean, IsIn, MaxLength, MinLength } from 'class-validator';
import { CleanText, Given } from '../kernel/text/public.js';
import { IsCode } from '../vocabularies/public.js';
import type { Every } from './saved-report.entity.js';
import { DrillInput } from './report.input.js';

/** Of a whole report, or (pictures) of one of its tables. The three of HURIDOCS are records, not figures. */
export const fileFormats = ['pdf', 'docx', 'xlsx', 'ods', 'csv', 'json', 'hxl.csv', 'svg', 'png', 'event.csv', 'act.csv', 'person.csv'] as const;
export type FileFormat = (typeof fileFormats)[number];

export class AskFileInput extends DrillInput {
  @IsIn(fileFormats)
  format!: FileFormat;

  @IsCode('export-purposes')
  purpose!: string;
}

/** A report to keep, with the parameters of its address. */
export class SaveReportInput extends DrillInput {
  @CleanText(120)
  @MinLength(1)
  name!: string;

  @MaxLength(64)
  report!: string;

  /** Shown to the whole team. */
  @Given()
  @IsBoolean()
  shared?: boolean;

  /** Makes a file again and again, of the days since the last one. */
  @Given()
  @IsIn(['day', 'week', 'month'])
  every?: Exclude<Every, ''>;

  @Given()
  @IsIn(['pdf', 'docx', 'xlsx', 'ods', 'csv', 'json', 'hxl.csv'])
  format?: FileFormat;

  @Given()
  @IsCode('export-purposes')
  purpose?: string;
}
