import type { HeadCountInput, RecordIncidentInput } from '../incidents/public.js';
import type { Instant } from '../kernel/time/public.js';
import { zoneOfRegion } from '../places/public.js';
import type { Mapping } from './mapping.js';
import { quoted, type RowCells } from './row-cells.js';
import { whenOf } from './row-when.js';

/** A row as an incident, before facilities and the source have ids. */
export interface IncidentDraft {
  readonly row: number;
  readonly externalId: string;
  readonly input: Omit<RecordIncidentInput, 'placeIds' | 'sourceIds' | 'headCounts'>;
  readonly sourceWords: Record<string, string> | null;
  readonly facilities: readonly string[];
  readonly headCount: Pick<HeadCountInput, 'atLeast' | 'atMost' | 'asSaid'> | null;
}

/** More than ever were reported of one event in the countries this is made for. */
const VERY_MANY = 20_000;

/** Reads one row; what is wrong or odd goes into the remarks of its cells. */
export function incidentDraft(cells: RowCells, mapping: Mapping, now: Instant, defaultZone: string): IncidentDraft {
  const { remarks } = cells;
  const id = cells.text('externalId') ?? '';
  if (!id) remarks.error('external_id_missing', cells.columnName('externalId'));
  const title = oneLine(cells.text('title'));
  if (!title) remarks.error('title_missing', cells.columnName('title'));
  for (const column of mapping.expected) if (!cells.column(column)) remarks.oddity('empty', column);
  const regionCode = cells.region('regionCode') ?? null;
  const zone = mapping.zone ?? zoneOfRegion(regionCode) ?? defaultZone;
  const start = whenOf(cells, 'start', zone, now, mapping.yearColumn);
  const facilities = facilitiesOf(cells);
  return {
    row: remarks.row,
    externalId: `${mapping.system}:${id}`,
    facilities,
    headCount: headCountOf(cells, facilities.length),
    sourceWords: sourceWordsOf(cells),
    input: {
      title: title ?? '',
      regionCode,
      kind: cells.code('kind', 'incident-kinds') ?? 'unknown',
      kindWords: cells.text('kind') ?? null,
      permission: cells.code('permission', 'permissions') ?? 'unknown',
      organiserKind: cells.code('organiserKind', 'organiser-kinds') ?? null,
      authorityKind: cells.code('authorityKind', 'authority-kinds') ?? null,
      description: cells.text('description') ?? null,
      placeWords: cells.text('placeWords') ?? null,
      theme: oneLine(cells.text('theme')) ?? null,
      organiser: cells.text('organiser') ?? null,
      links: linksOf(cells),
      start: start ?? null,
      end: whenOf(cells, 'end', zone, now, null) ?? null,
    },
  };
}

/** What stands in tables: in one line, and with the quotation marks once that a program on the way has doubled. */
const oneLine = (text: string | undefined): string | undefined => text?.replace(/\s+/g, ' ').replace(/"{2,}/g, '"').trim();

/** The source's own words for codes that have no column for them beside. */
function sourceWordsOf(cells: RowCells): Record<string, string> | null {
  const fields = ['regionCode', 'permission', 'organiserKind', 'authorityKind'].filter((field) => cells.rule(field));
  const words = fields.flatMap((field) => {
    const text = cells.text(field);
    return text ? [[field, text] as const] : [];
  });
  return words.length > 0 ? Object.fromEntries(words) : null;
}

/** The facilities named, each once; naming one twice in a row is told. */
function facilitiesOf(cells: RowCells): string[] {
  const column = cells.columnName('facilities');
  const all = cells.list('facilities');
  const once = [...new Set(all)];
  const twice = once.filter((name) => all.indexOf(name) !== all.lastIndexOf(name));
  for (const name of twice) cells.remarks.oddity('listed_twice', column, { value: quoted(name) });
  for (const name of once) {
    if (!/\p{L}/u.test(name)) cells.remarks.oddity('name_without_letters', column, { value: quoted(name) });
    if (name.length > 200) cells.remarks.error('name_too_long', column);
  }
  return once;
}

/** Addresses may hold commas themselves: a piece that is no address of its own belongs to the one before it. */
function linksOf(cells: RowCells): string[] | null {
  const separator = cells.rule('links')?.separator ?? ',';
  const pieces = (cells.text('links') ?? '').split(separator);
  const links: string[] = [];
  for (const piece of pieces) {
    if (/^\s*https?:/i.test(piece) || links.length === 0) links.push(piece.trim());
    else links[links.length - 1] += `${separator}${piece.trimEnd()}`;
  }
  const given = links.filter(Boolean);
  const odd = given.find((link) => !/^https?:\/\/\S+$/i.test(link));
  if (odd) cells.remarks.oddity('link_odd', cells.columnName('links'), { value: quoted(odd) });
  return given.length > 0 ? given : null;
}

function headCountOf(cells: RowCells, facilities: number): IncidentDraft['headCount'] {
  const exact = cells.number('headCount');
  const least = exact ?? cells.number('headCountAtLeast');
  const most = exact ?? cells.number('headCountAtMost') ?? null;
  const field = ['headCount', 'headCountAtLeast'].find((one) => cells.rule(one));
  if (!field) return null;
  const column = cells.columnName(field);
  const asSaid = cells.text(field) ?? null;
  if (least === undefined) {
    if (asSaid === null) cells.remarks.oddity('count_missing', column);
    return null;
  }
  if (most !== null && most < least) cells.remarks.error('count_reversed', column);
  if (least === 0) cells.remarks.oddity('count_zero', column);
  if (least > VERY_MANY) cells.remarks.oddity('count_very_high', column, { value: least });
  if ((most ?? Infinity) < facilities) cells.remarks.oddity('count_below_facilities', column, { value: most ?? 0, facilities });
  return { atLeast: least, atMost: most, asSaid };
}
