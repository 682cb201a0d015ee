import type { Paper, PaperSection } from '../../../documents/public.js';
import { pictureSvg } from '../../parts/public.js';
import type { Words } from '../../words/words.js';
import type { SaidReport, SaidSection } from './said-report.js';

export interface PaperFacts {
  readonly madeAt: Paper['madeAt'];
  readonly madeBy: string;
  readonly purpose: string;
}

/** A report laid out for print: the same tables, pictures and denominators as on the page. */
export function reportPaper(said: SaidReport, words: Words, { madeAt, madeBy, purpose }: PaperFacts): Paper {
  const say = (key: string): string => words.say(`reports.${key}`);
  return {
    language: words.language,
    title: said.title,
    reference: said.period,
    madeAt,
    foot: [`${said.title} · ${said.period}`, say('paper.foot')],
    pageOf: words.say('documents.page_of', { page: '{page}', pages: '{pages}' }),
    facts: [
      ...said.facts.map(({ label, value }) => [[label], [value]]),
      [[say('made_by')], [madeBy]],
      [[words.say('documents.purpose_label')], [purpose]],
    ],
    sections: [...said.sections.map((section) => sectionOf(section, say('empty_section'))), methodOf(said, say('method'))],
  };
}

function sectionOf({ title, heads, rows, total, notes, picture }: SaidSection, empty: string): PaperSection {
  const drawn = rows.length > 0 && picture;
  const cells = [...rows, ...(total && rows.length > 0 ? [total] : [])].map(({ cells: own }) => own.map(({ text }) => [text]));
  return {
    heading: title,
    lead: null,
    note: rows.length > 0 ? notes.join(' ') : null,
    bar: null,
    picture: drawn ? { svg: pictureSvg(drawn), spoken: drawn.title } : null,
    table: rows.length > 0 ? { columns: heads.map((head, place) => ({ head, share: place === 0 ? (heads.length > 5 ? 2 : 2.6) : 1, figures: place > 0 })), rows: cells } : null,
    empty: rows.length > 0 ? null : empty,
  };
}

const methodOf = ({ notes }: SaidReport, heading: string): PaperSection => ({ heading, lead: null, note: notes.join(' '), bar: null, table: null, empty: null });
