import { stringify } from 'csv-stringify/sync';
import { guarded } from '../kernel/text/public.js';
import type { Moment, SourceLabel, TimelineDocument } from './timeline-document.js';

const columns = ['section', 'account', 'what', 'place', 'earliest', 'latest', 'end_earliest', 'end_latest', 'as_said', 'sources', 'note'];

/** Custody periods and events as CSV: bounds in UTC, the words of the source, an open side empty. */
export function renderCsv({ custody, events = [] }: TimelineDocument): string {
  const periods = (custody?.rows ?? []).map((row) => ['custody', row.account, row.what, row.place, ...bounds(row.start), ...bounds(row.end), saidOf(row.start), sourcesOf(row.sources), '']);
  const told = events.map((row) => ['event', row.account, row.what, row.place, ...bounds(row.when), '', '', saidOf(row.when), sourcesOf(row.sources), row.note]);
  const rows = [...periods, ...told].map((cells) => cells.map((cell) => guarded(cell ?? '')));
  return stringify([columns, ...rows], { bom: true, record_delimiter: 'windows' });
}

const bounds = (moment: Moment | null | undefined): [string, string] => [moment?.earliest ?? '', moment?.latest ?? ''];
const saidOf = (moment: Moment | null | undefined): string => moment?.asSaid ?? '';
const sourcesOf = (sources: readonly SourceLabel[]): string => sources.flatMap(({ label }) => label ?? []).join('; ');
