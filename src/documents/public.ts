import type * as Docx from './docx.js';

export { renderCalendar, type CalendarEntry } from './calendar.js';
export type { DocumentWords } from './document-words.js';
export { renderCsv } from './events-csv.js';
export { fingerprintOf, renderJson } from './fingerprint.js';
export { drawPdf, renderPdf } from './pdf.js';
export type { Paper, PaperCell, PaperPicture, PaperRow, PaperSection } from './paper.js';
export { writeOds } from './ods.js';
export { renderPng, type Png } from './png.js';
export type {
  ClockRow, DocumentRow, Custody, CustodyRow, CustodyStretch, DeadlineRow, EventRow, FigureRow, Finding, LabelledFact, Moment, RemedyRow, SourceLabel, TimelineDocument,
} from './timeline-document.js';
export { sheetName, type Sheet, type SheetCell, type SheetRow } from './workbook.js';
export { writeXlsx } from './xlsx.js';

// The package behind it is loaded by the first who wants such a file.
export const renderDocx: typeof Docx.renderDocx = async (...given) => (await import('./docx.js')).renderDocx(...given);
export const writeDocx: typeof Docx.writeDocx = async (...given) => (await import('./docx.js')).writeDocx(...given);
