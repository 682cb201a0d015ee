import type { FigureView, MemberView, SectionView, ReportView } from '../../../reports/public.js';
import { tilesFor, type Picture, type PictureBar } from '../../parts/public.js';
import type { Words } from '../../words/words.js';
import { datesOf, figureText, inHours, memberText } from './figure-words.js';

/** Bars of a picture that lie under each other; the table beside it has every row. */
const MOST_BARS = 10;
/** Fewer points make no line. */
const FEWEST_POINTS = 3;
/** Fills that can be told apart without colour. */
const MOST_SERIES = 5;

type Scope = ReportView['scope'];

/** The picture of a table's first measure; null where there is nothing to draw. */
export function pictureOf(section: SectionView, scope: Scope, madeAt: string, words: Words): Picture | null {
  const { picture, rowMembers, rowTotals, measures } = section;
  const first = measures[0];
  if (!picture || !first || section.rows === null || rowMembers.length === 0) return null;
  const totals = new Map(rowTotals.map(({ key, figures }) => [key, figures[0]]));
  const label = (member: MemberView): string => memberText(words, section.rows, member);
  const bar = (member: MemberView): PictureBar => ({ label: label(member), values: [valueOf(totals.get(member.key), first.unit)], said: figureText(words, totals.get(member.key) ?? null, first.unit), before: datesOf(section.rows) === null ? beforeOf(totals.get(member.key), first.unit) : null });
  const title = `${words.say(`reports.section.${section.id}`)}: ${words.say(`reports.measure.${first.id}`)}`;
  const shared = { title, sure: words.say('reports.sure'), possible: words.say('reports.possible'), was: words.say('reports.was'), series: [] as string[], hours: first.unit === 'minutes' };
  if (picture === 'map') {
    const day = scope.borders === 'current' ? madeAt.slice(0, 10) : (scope.to ?? scope.from ?? madeAt.slice(0, 10));
    const tiles = tilesFor(rowMembers.map(({ key }) => key), day, words.language);
    if (!tiles) return { ...shared, kind: 'bars', bars: rowMembers.slice(0, MOST_BARS).map(bar) };
    const keyed = new Map(rowMembers.map((member) => [member.key, bar(member)]));
    return { ...shared, kind: 'map', bars: [], tiles: tiles.map((tile) => ({ ...tile, bar: keyed.get(tile.code) ?? null })), none: words.say('reports.tile.none') };
  }
  if (section.columns === null) {
    const few = picture === 'bars' ? rowMembers.slice(0, MOST_BARS) : rowMembers.filter(({ key }) => key !== '' || picture === 'histogram');
    const kind = picture === 'stacked' || picture === 'multiples' ? 'bars' : picture === 'line' && few.length < FEWEST_POINTS ? 'columns' : picture;
    return { ...shared, kind, bars: few.map(bar) };
  }
  return across(section, picture === 'multiples' ? 'multiples' : 'stacked', shared, words);
}

function across(section: SectionView, kind: 'multiples' | 'stacked', shared: Omit<Picture, 'kind' | 'bars'>, words: Words): Picture {
  const { rowMembers, columnMembers, cells, rowTotals, measures } = section;
  const unit = measures[0]?.unit ?? 'people';
  const columns = columnMembers.slice(0, MOST_SERIES);
  const found = new Map(cells.map(({ row, column, figures }) => [`${row}\n${column}`, figures[0]]));
  const rows = kind === 'stacked' ? rowMembers.slice(0, MOST_BARS) : rowMembers.filter(({ key }) => key !== '');
  const whole = new Map(rowTotals.map(({ key, figures }) => [key, figures[0]]));
  const bars = rows.map((member) => ({
    label: memberText(words, section.rows, member),
    values: columns.map(({ key }) => valueOf(found.get(`${member.key}\n${key}`), unit)),
    said: figureText(words, whole.get(member.key) ?? null, unit),
    before: null,
  }));
  const names = columns.map((member) => memberText(words, section.columns, member));
  return { ...shared, kind, bars, series: names };
}

const scaled = (value: number, unit: string): number => (unit === 'minutes' ? inHours(value, Math.round) : value);

const valueOf = (figure: FigureView | undefined, unit: string): { least: number; most: number | null } =>
  figure ? { least: scaled(figure.least, unit), most: figure.most === null ? null : scaled(figure.most, unit) } : { least: 0, most: 0 };

const beforeOf = (figure: FigureView | undefined, unit: string): number | null => (figure?.before ? scaled(figure.before.least, unit) : null);
