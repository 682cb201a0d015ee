import { readTyped, type Instant } from '../kernel/time/public.js';
import type { WhenInput } from '../kernel/http/public.js';
import { quoted, type RowCells } from './row-cells.js';

/** The parts of a date written in a stated order, as `YYYY-MM-DD[ HH:mm]`; null when the text is not written so. */
export function reordered(text: string, format: string): string | null {
  const order = [...format.matchAll(/YYYY|MM|DD|HH|mm/g)].map(([part]) => part);
  const pattern = format
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace('YYYY', '(\\d{4})')
    .replace('MM', '(\\d{1,2})')
    .replace('DD', '(\\d{1,2})')
    .replace('HH', '(\\d{1,2})')
    .replace('mm', '(\\d{2})');
  const match = new RegExp(`^${pattern}$`).exec(text.trim());
  if (!match) return null;
  const part = (name: string): string => (match[order.indexOf(name) + 1] ?? '').padStart(2, '0');
  const day = `${part('YYYY')}-${part('MM')}-${part('DD')}`;
  return order.includes('HH') && order.includes('mm') ? `${day} ${part('HH')}:${part('mm')}` : day;
}

/**
 * A moment as the file says it. When a column with the year contradicts the date, both statements are the source's own:
 * the bounds take in both, so that no report counts the row under either as if it were sure.
 */
export function whenOf(cells: RowCells, field: string, zone: string, now: Instant, yearColumn: string | null): WhenInput | undefined {
  const said = cells.text(field);
  if (said === undefined) return undefined;
  const column = cells.columnName(field);
  const format = cells.rule(field)?.format ?? null;
  const read = readTyped(format ? (reordered(said, format) ?? '') : said, { zone, now });
  if (!read.ok) {
    cells.remarks.error('date_unreadable', column, { value: quoted(said) });
    return undefined;
  }
  const { earliest, latest, precision } = read.bounds;
  const year = yearColumn ? cells.column(yearColumn) : '';
  const spoken = year && earliest && latest ? readTyped(year, { zone, now }) : null;
  const other = spoken?.ok ? spoken.bounds : null;
  if (earliest && latest && other?.earliest && other.latest && (latest < other.earliest || earliest > other.latest)) {
    cells.remarks.oddity('year_and_date_differ', column, { value: quoted(said), year: quoted(year) });
    const first = earliest < other.earliest ? earliest : other.earliest;
    const last = latest > other.latest ? latest : other.latest;
    return { said: `${said} (${year})`, earliest: first, latest: last, precision: 'between', zone };
  }
  return { said, earliest, latest, precision, zone };
}
