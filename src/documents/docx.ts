import {
  AlignmentType, BorderStyle, Document, Footer, HeadingLevel, ImageRun, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, WidthType,
  type FileChild,
} from 'docx';
import type { DocumentWords } from './document-words.js';
import type { Paper, PaperCell, PaperColumn, PaperPicture, PaperRow, PaperSection } from './paper.js';
import { renderPng } from './png.js';
import { withoutControls } from './printable.js';
import type { TimelineDocument } from './timeline-document.js';
import { timelinePaper } from './timeline-paper.js';

/** The timeline as a file for editing: the same sections and tables as on paper, the bar in words. */
export const renderDocx = (document: TimelineDocument, words: DocumentWords): Promise<Buffer> => writeDocx(timelinePaper(document, words));

/** Any paper that is laid out already, as a file for editing; its pictures as they are printed. */
export function writeDocx(paper: Paper): Promise<Buffer> {
  const made = new Document({
    title: paper.title,
    creator: '',
    lastModifiedBy: '',
    styles: { default: { document: { run: { font: 'Noto Sans', size: 20, language: { value: languageTag[paper.language] } } } } },
    sections: [{ footers: { default: footerOf(paper) }, children: [...headOf(paper), ...paper.sections.flatMap(sectionOf)] }],
  });
  return Packer.toBuffer(made);
}

const languageTag = { en: 'en-GB', ru: 'ru-RU', kk: 'kk-KZ', fr: 'fr-FR', es: 'es-ES' } as const;
const SMALL = 16;

function headOf(paper: Paper): FileChild[] {
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [text(paper.title)] }),
    new Paragraph({ children: [text(paper.reference)] }),
    tableOf([{ head: '', share: 1 }, { head: '', share: 3 }], paper.facts, false),
  ];
}

function sectionOf({ heading, note, bar, picture, table, empty }: PaperSection): FileChild[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, spacing: { before: 240, after: 80 }, children: [text(heading)] }),
    ...(picture ? [pictureOf(picture)] : []),
    ...(bar ? [new Paragraph({ spacing: { after: 80 }, children: [text(bar.spoken)] })] : []),
    ...(table ? [tableOf(table.columns, table.rows, true)] : []),
    ...(empty ? [new Paragraph({ children: [text(empty)] })] : []),
    ...(note ? [new Paragraph({ spacing: { before: 60 }, children: [text(note, { size: SMALL })] })] : []),
  ];
}

/** 480 points wide at most, as on paper. */
function pictureOf({ svg, spoken }: PaperPicture): Paragraph {
  const { data, width, height } = renderPng(svg, 2);
  const shown = { width: Math.min(width / 2, 600), height: (Math.min(width / 2, 600) * height) / width };
  return new Paragraph({ spacing: { after: 80 }, children: [new ImageRun({ type: 'png', data, transformation: shown, altText: { name: 'picture', title: spoken, description: spoken } })] });
}

function tableOf(columns: readonly PaperColumn[], rows: readonly PaperRow[], headed: boolean): Table {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const width = (place: number) => ({ size: Math.round(((columns[place]?.share ?? 1) / all) * 100), type: WidthType.PERCENTAGE });
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'B8BFC9' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const heads = columns.map(({ head }, place) => new TableCell({ width: width(place), children: [new Paragraph({ children: [text(head, { bold: true })] })] }));
  const body = rows.map((row) => new TableRow({ children: row.map((cell, place) => new TableCell({ width: width(place), children: linesOf(cell) })) }));
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: line, bottom: line, insideHorizontal: line, left: none, right: none, insideVertical: none },
    rows: headed && columns.some(({ head }) => head !== '') ? [new TableRow({ tableHeader: true, children: heads }), ...body] : body,
  });
}

/** A line end in a text is one on paper. */
const linesOf = (cell: PaperCell): Paragraph[] =>
  cell.flatMap((line, place) => line.split('\n').map((one) => new Paragraph({ children: [text(one, place > 0 ? { size: SMALL } : {})] })));

function footerOf(paper: Paper): Footer {
  const [before = '', between = '', after = ''] = paper.pageOf.split(/\{pages?\}/);
  const pages = [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after];
  return new Footer({
    children: [
      ...paper.foot.map((line) => new Paragraph({ children: [text(line, { size: SMALL })] })),
      new Paragraph({ alignment: AlignmentType.END, children: [new TextRun({ size: SMALL, children: pages })] }),
    ],
  });
}

const text = (said: string, more: { bold?: boolean; size?: number } = {}): TextRun => new TextRun({ text: withoutControls(said), ...more });
