export { renderCalendar, type CalendarEntry } from './calendar.js';
export { renderDocx } from './docx.js';
export type { DocumentWords } from './document-words.js';
export { renderCsv } from './events-csv.js';
export { fingerprintOf, renderJson } from './fingerprint.js';
export { renderPdf } from './pdf.js';
export type {
  ClockRow, Custody, CustodyRow, CustodyStretch, DeadlineRow, EventRow, FigureRow, Finding, LabelledFact, Moment, RemedyRow, SourceLabel, TimelineDocument,
} from './timeline-document.js';
