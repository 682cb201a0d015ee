import { IsIn, Matches } from 'class-validator';
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

  /** Of an export for a partner: which one, a team or an organisation. Needed for whoever agreed to some partners only. */
  @Given()
  @Matches(/^[0-9a-f-]{36}$/)
  partnerId?: string | null;
}
