import { IsIn } from 'class-validator';
import { AsKnownInput } from '../../../kernel/http/public.js';
import { CleanText, Given } from '../../../kernel/text/public.js';
import { IsCode } from '../../../vocabularies/public.js';
import { exportFormats, type ExportFormat } from './timeline-exports.js';

export class ExportTimelineInput extends AsKnownInput {
  @IsIn(exportFormats)
  format!: ExportFormat;

  @IsCode('export-purposes')
  purpose!: string;

  /** Who gets it: stands in the register of where data went. */
  @Given()
  @CleanText(300)
  recipient?: string | null;
}
