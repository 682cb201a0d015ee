import type { ReportedDetentionsView } from '../../../reports/public.js';
import { DataTable, useWords } from '../../parts/public.js';
import { figuresText, monthText } from './figures-text.js';

interface MonthByRegionProps {
  readonly report: ReportedDetentionsView;
  readonly regionText: (code: string | null) => string;
}

/** Columns that still fit a page. */
const MOST_MONTHS = 13;

/** Regions down, months across; for a span too long to be read that way, a sentence that says what to do. */
export const MonthByRegion = ({ report: { months, regions, cells }, regionText }: MonthByRegionProps) => {
  const words = useWords();
  if (months.length > MOST_MONTHS) return <p class="muted">{words.say('reports.too_many_months', { most: MOST_MONTHS - 1 })}</p>;
  const found = new Map(cells.map((cell) => [`${cell.month} ${cell.regionCode}`, cell]));
  return (
    <DataTable
      caption={words.say('reports.month_by_region')}
      rows={regions}
      rowKey={(row) => row.regionCode ?? ''}
      columns={[
        { key: 'region', head: words.say('reports.region'), cell: (row) => regionText(row.regionCode) },
        ...months.map(({ month }) => ({
          key: month ?? 'unknown',
          head: monthText(words, month),
          figures: true,
          cell: (row: { regionCode: string | null }) => {
            const cell = found.get(`${month} ${row.regionCode}`);
            return cell ? figuresText(words, cell) : '–';
          },
        })),
      ]}
    />
  );
};
