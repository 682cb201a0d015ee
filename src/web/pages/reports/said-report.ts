import { instantOf, millisecondsOf, sayCalendarDay, sayDate, sayLongDay, sayLongMonth, sayMinute, sayMonth, type Instant } from '../../../kernel/time/public.js';
import { regionLabel } from '../../../places/public.js';
import type { FigureView, ReportView, SectionView } from '../../../reports/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import type { Words } from '../../words/words.js';
import type { Picture } from '../../parts/public.js';
import { datesOf, figureText, memberText } from './figure-words.js';
import { pictureOf } from './picture-of.js';

/** A cell in words, with its numbers for sheets that compute on. */
export interface SaidCell {
  readonly text: string;
  readonly figure: FigureView | null;
  /** Minutes are written as hours. */
  readonly unit: string | null;
}

export interface SaidRow {
  readonly key: string;
  readonly cells: readonly SaidCell[];
}

/** One table ready to be drawn: by a page, a paper or a sheet. The first column heads its row. */
export interface SaidSection {
  readonly id: string;
  readonly title: string;
  readonly heads: readonly string[];
  /** Keys of the columns behind the heads, for the records behind a cell; null where a column is no member. */
  readonly columnKeys: readonly (string | null)[];
  readonly rows: readonly SaidRow[];
  /** The keys of the rows are days or months. */
  readonly dates: 'day' | 'month' | null;
  readonly total: SaidRow | null;
  readonly notes: readonly string[];
  readonly picture: Picture | null;
}

export interface SaidReport {
  readonly title: string;
  readonly period: string;
  readonly facts: readonly { readonly key: string; readonly label: string; readonly value: string }[];
  readonly sections: readonly SaidSection[];
  readonly notes: readonly string[];
}

const plain = (text: string): SaidCell => ({ text, figure: null, unit: null });

/** A report in the reader's words. @param zone of the moment it was made. */
export function saidReport(report: ReportView, words: Words, zone: string): SaidReport {
  const say = (key: string): string => words.say(`reports.${key}`);
  const { scope } = report;
  const { language } = words;
  const filters = (['authority', 'kind', 'outcome'] as const).flatMap((name) => {
    const list = { authority: 'authority-kinds', kind: 'detention-kinds', outcome: 'outcomes' }[name];
    const code = scope[name];
    return code ? [{ key: name, label: say(`scope.${name}`), value: labelOf(list, code, language) }] : [];
  });
  return {
    title: say(`${report.report}.title`),
    period: periodText(words, scope),
    facts: [
      { key: 'period', label: say('period'), value: periodText(words, scope) },
      ...(scope.region ? [{ key: 'region', label: say('region'), value: regionLabel(scope.region, language) }] : []),
      ...filters,
      { key: 'borders', label: say('borders'), value: say(`borders.${scope.borders}`) },
      { key: 'made', label: say('made'), value: sayMinute(report.madeAt as Instant, zone, language) },
    ],
    sections: report.sections.map((section) => saidSection(section, report, words)),
    notes: [
      ...((scope.from ?? scope.to) !== null && report.undated > 0 ? [words.say('reports.undated', { undated: report.undated })] : []),
      ...((scope.from ?? scope.to) !== null && report.undatedIncidents > 0 ? [words.say('reports.undated_incidents', { undated: report.undatedIncidents })] : []),
      ...(report.agreement ? [words.say('reports.agreement', { ...report.agreement, purpose: labelOf('export-purposes', report.agreement.purpose, language) })] : []),
      words.say('reports.method_figures', { method: report.method }),
      ...(report.sections.some(({ subject }) => subject === 'clock') ? [say('clock_note')] : []),
    ],
  };
}

export function periodText(words: Words, { from, to }: { from: string | null; to: string | null }): string {
  const { language } = words;
  const monthOf = wholeMonth(from, to);
  if (monthOf) return sayLongMonth(monthOf, language);
  if (from && to) return from === to ? sayLongDay(from, language) : words.say('reports.period.between', { from: sayDate(from, language), to: sayDate(to, language) });
  if (from) return words.say('reports.period.from', { from: sayDate(from, language) });
  return to ? words.say('reports.period.to', { to: sayDate(to, language) }) : words.say('reports.period.all');
}

/** For the head of a column. */
function shortPeriod({ language }: Words, { from, to }: { from: string; to: string }): string {
  const monthOf = wholeMonth(from, to);
  if (monthOf) return sayMonth(monthOf, language);
  return from === to ? sayCalendarDay(from, language) : `${sayCalendarDay(from, language)} – ${sayCalendarDay(to, language)}`;
}

/** `2018-05` when the days are exactly that month. */
function wholeMonth(from: string | null, to: string | null): string | null {
  if (!from?.endsWith('-01') || !to?.startsWith(from.slice(0, 7))) return null;
  const next = instantOf(millisecondsOf(`${to}T00:00:00.000Z` as Instant) + 86_400_000);
  return next.slice(8, 10) === '01' ? from.slice(0, 7) : null;
}

function saidSection(section: SectionView, report: ReportView, words: Words): SaidSection {
  const say = (key: string): string => words.say(`reports.${key}`);
  const picture = pictureOf(section, report.scope, report.madeAt, words);
  const shared = { id: section.id, title: say(`section.${section.id}`), dates: datesOf(section.rows), notes: [...notesOf(section, words), ...pictureNote(picture, section.rowMembers.length, words)], picture };
  if (section.rows === null) return { ...shared, ...byMeasure(section, words) };
  return { ...shared, ...(section.columns === null ? byRow(section, report, words) : crossed(section, words)) };
}

/** One row a measure: what was done, of how many. */
function byMeasure({ measures, total }: SectionView, words: Words) {
  const rows = measures.map(({ id, unit }, n): SaidRow => {
    const figure = total[n] ?? null;
    return { key: id, cells: [plain(words.say(`reports.measure.${id}`)), { text: figureText(words, figure, unit), figure, unit }] };
  });
  return { heads: [words.say('reports.measure_head'), words.say('reports.figure_head')], columnKeys: [null, null], rows, total: null };
}

function byRow(section: SectionView, { before }: ReportView, words: Words) {
  const { measures, rowMembers, rowTotals, total, many } = section;
  const compared = rowTotals.some(({ figures }) => figures[0]?.before) || total[0]?.before;
  const first = measures[0];
  const heads = measures.map(({ id }) => words.say(`reports.measure.${id}`));
  const earlier = compared && before && first ? [words.say('reports.before', { measure: heads[0] ?? '', period: shortPeriod(words, before) })] : [];
  const dated = datesOf(section.rows) !== null;
  const cellsOf = (figures: readonly FigureView[], whole = false): SaidCell[] => [
    ...measures.map(({ unit }, n): SaidCell => ({ text: figureText(words, figures[n] ?? null, unit), figure: figures[n] ?? null, unit })),
    // Days and months of one period are not those of the period before: only the totals can be compared.
    ...(earlier.length === 0 ? [] : [dated && !whole ? plain('') : beforeCell(words, figures[0] ?? null, first?.unit ?? 'people')]),
  ];
  const byKey = new Map(rowTotals.map(({ key, figures }) => [key, figures]));
  return {
    heads: [words.say(`reports.dimension.${section.rows}`), ...heads, ...earlier],
    columnKeys: [null, ...measures.map(() => null), ...earlier.map(() => null)],
    rows: rowMembers.map((member): SaidRow => ({ key: member.key, cells: [plain(memberText(words, section.rows, member)), ...cellsOf(byKey.get(member.key) ?? [])] })),
    total: { key: '*', cells: [plain(words.say(many ? 'reports.each_once' : 'reports.total')), ...cellsOf(total, true)] },
  };
}

const beforeCell = (words: Words, figure: FigureView | null, unit: string): SaidCell => {
  const earlier = figure?.before ? { ...figure, ...figure.before, before: null } : null;
  return { text: figureText(words, earlier, unit), figure: earlier, unit };
};

/** Rows by columns, of the first measure. */
function crossed(section: SectionView, words: Words) {
  const { measures, rowMembers, columnMembers, cells, rowTotals, columnTotals, total } = section;
  const unit = measures[0]?.unit ?? 'people';
  const cell = (figures: readonly FigureView[] | undefined): SaidCell => ({ text: figures ? figureText(words, figures[0] ?? null, unit) : '–', figure: figures?.[0] ?? null, unit });
  const found = new Map(cells.map(({ row, column, figures }) => [`${row}\n${column}`, figures]));
  const across = new Map(columnTotals.map(({ key, figures }) => [key, figures]));
  const down = new Map(rowTotals.map(({ key, figures }) => [key, figures]));
  const sums = words.say('reports.total');
  return {
    heads: [words.say(`reports.dimension.${section.rows}`), ...columnMembers.map((member) => memberText(words, section.columns, member)), sums],
    columnKeys: [null, ...columnMembers.map(({ key }) => key), null],
    rows: rowMembers.map((member): SaidRow => ({
      key: member.key,
      cells: [plain(memberText(words, section.rows, member)), ...columnMembers.map(({ key }) => cell(found.get(`${member.key}\n${key}`))), cell(down.get(member.key))],
    })),
    // Every detention has many clocks: added up over rules they would count nothing that is.
    total: section.subject === 'clock' ? null : { key: '*', cells: [plain(sums), ...columnMembers.map(({ key }) => cell(across.get(key))), cell(total)] },
  };
}

/** What rows of the period before are not in the table, because this period has none of them. */
function onlyBefore({ rows, columns, rowTotals, total }: SectionView): boolean {
  const whole = total[0]?.before?.least ?? 0;
  const shown = rowTotals.reduce((all, { figures }) => all + (figures[0]?.before?.least ?? 0), 0);
  return rows !== null && columns === null && datesOf(rows) === null && shown < whole;
}

function notesOf(section: SectionView, words: Words): string[] {
  const { of, rows, many, measures, total, subject } = section;
  if (subject === 'clock') return [words.say('reports.of.clocks')];
  const { records, known, between, unsure } = of;
  const uncounted = measures[0]?.id === 'reported' ? records - (total[0]?.known ?? 0) : 0;
  const hours = measures.flatMap(({ id, unit }, n) => (unit === 'minutes' && total[n] && total[n].known < total[n].records ? [words.say('reports.of.hours', { measure: words.say(`reports.measure.${id}`), known: total[n].known, records })] : []));
  return [
    rows === null ? words.say('reports.of.records', { records }) : words.say('reports.of.known', { records, known, dimension: words.say(`reports.dimension.${rows}`) }),
    ...(uncounted > 0 ? [words.say('reports.of.without_number', { uncounted })] : []),
    ...hours,
    ...(between > 0 ? [words.say('reports.of.between', { between })] : []),
    ...(unsure > 0 ? [words.say('reports.of.unsure', { unsure })] : []),
    ...(many ? [words.say('reports.of.many')] : []),
    ...(onlyBefore(section) ? [words.say('reports.of.only_before')] : []),
  ];
}

/** What a picture does not show. */
const pictureNote = (picture: Picture | null, rows: number, words: Words): string[] =>
  picture && (picture.kind === 'bars' || picture.kind === 'stacked') && picture.bars.length < rows ? [words.say('reports.of.drawn', { drawn: picture.bars.length, rows })] : [];
