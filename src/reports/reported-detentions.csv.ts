import { stringify } from 'csv-stringify/sync';
import type { Language } from '../kernel/actor/public.js';
import { guarded } from '../kernel/text/public.js';
import { regionLabel } from '../places/public.js';
import type { ReportedDetentionsView } from './reported-detentions.view.js';

const columns = ['month', 'region_code', 'region', 'incidents', 'incidents_with_a_number', 'reported_at_least', 'reported_at_most', 'method'];

/**
 * Every month and region as CSV; programs read the headings, so they are the same in every language. An empty cell
 * means: not known, and for the highest number: no upper end. The closing row adds up the others.
 */
export function reportedCsv(report: ReportedDetentionsView, language: Language): string {
  const rows = report.cells.map((cell) => {
    const region = cell.regionCode === null ? '' : guarded(regionLabel(cell.regionCode, language));
    return [cell.month ?? '', cell.regionCode ?? '', region, cell.incidents, cell.counted, cell.atLeast, cell.atMost ?? '', report.method];
  });
  const { incidents, counted, atLeast, atMost } = report.total;
  const total = ['total', '', '', incidents, counted, atLeast, atMost ?? '', report.method];
  return stringify([columns, ...rows, total], { bom: true, record_delimiter: 'windows' });
}
