import type { DocumentWords } from './document-words.js';
import { fingerprintOf } from './fingerprint.js';
import type { Paper, PaperCell, PaperRow, PaperSection } from './paper.js';
import { custodyBar } from './custody-bar.js';
import { momentCell, sourceCell, told } from './said-cells.js';
import type { CustodyRow, Finding, TimelineDocument } from './timeline-document.js';

/** Lays a timeline out: which sections, in which order, under which labels. */
export function timelinePaper(document: TimelineDocument, words: DocumentWords): Paper {
  return {
    language: document.language,
    title: document.title,
    reference: document.references.join(' · '),
    madeAt: document.madeAt.at,
    foot: [
      `${document.references[0] ?? document.title} · ${words.say('documents.as_known', { when: document.asKnownAt.words })}`,
      words.say('documents.fingerprint', { hash: fingerprintOf(document) }),
    ],
    pageOf: words.say('documents.page_of', { page: '{page}', pages: '{pages}' }),
    facts: headerFacts(document, words),
    sections: [...story(document, words), ...law(document, words), ...papers(document, words)],
  };
}

function headerFacts(document: TimelineDocument, words: DocumentWords): PaperRow[] {
  const own = (document.facts ?? []).map(({ label, value }): PaperRow => [[label], [value]]);
  return [
    ...own,
    [[words.say('documents.known_label')], [document.asKnownAt.words, words.say('documents.known_note')]],
    [[words.say('documents.made_label')], told(document.madeAt.words, document.madeBy)],
    [[words.say('documents.purpose_label')], [document.madeFor]],
  ];
}

function story(document: TimelineDocument, words: DocumentWords): PaperSection[] {
  const { custody } = document;
  const column = (head: string, share: number) => ({ head, share });
  const [when, what, account] = [words.say('documents.when'), words.say('documents.what'), words.say('documents.account')];
  const source = words.say('documents.source');
  return [
    {
      ...section(words.say('documents.custody'), words.say('documents.custody_none'), (custody?.rows ?? []).map((row) => custodyCells(row, words)), [
        column(what, 4), column(account, 2), column(words.say('documents.from'), 4), column(words.say('documents.to'), 4),
        column(words.say('documents.held_for'), 3), column(source, 4),
      ]),
      bar: custody ? custodyBar(custody, words) : null,
    },
    section(
      words.say('documents.events'),
      words.say('documents.events_none'),
      (document.events ?? []).map((event) => [
        momentCell(event.when, words), told(event.what, event.place, event.note), [event.account], sourceCell(event.sources, words),
      ]),
      [column(when, 5), column(what, 7), column(account, 2), column(source, 4)],
    ),
    section(
      words.say('documents.figures'),
      words.say('documents.figures_none'),
      (document.figures ?? []).map(({ label, value, how }) => [[label], [value], [how]]),
      [column(what, 4), column(words.say('documents.value'), 3), column(words.say('documents.how'), 7)],
    ),
    findings(words.say('documents.contradictions'), words.say('documents.contradictions_none'), document.contradictions, words),
    findings(words.say('documents.gaps'), words.say('documents.gaps_none'), document.gaps, words),
  ];
}

function law(document: TimelineDocument, words: DocumentWords): PaperSection[] {
  const column = (head: string, share: number) => ({ head, share });
  const [what, state, result] = [words.say('documents.what'), words.say('documents.state'), words.say('documents.result')];
  return [
    section(
      words.say('documents.clocks'),
      words.say('documents.clocks_none'),
      (document.clocks ?? []).map(({ rule, citation, state: found, how, deadline, review }) => [
        told(rule, citation), told(found, how), momentCell(deadline, words), [review],
      ]),
      [column(words.say('documents.rule'), 5), column(state, 5), column(words.say('documents.deadline'), 4), column(words.say('documents.review'), 3)],
    ),
    section(
      words.say('documents.deadlines'),
      words.say('documents.deadlines_none'),
      (document.deadlines ?? []).map((one) => [momentCell(one.due, words), told(one.what, one.citation), [one.state ?? '']]),
      [column(words.say('documents.due'), 5), column(what, 7), column(state, 4)],
    ),
    section(
      words.say('documents.remedies'),
      words.say('documents.remedies_none'),
      (document.remedies ?? []).map((one) => [momentCell(one.when, words), [one.what], [one.result ?? '']]),
      [column(words.say('documents.when'), 5), column(what, 6), column(result, 5)],
    ),
  ];
}

function papers(document: TimelineDocument, words: DocumentWords): PaperSection[] {
  const column = (head: string, share: number) => ({ head, share });
  return [
    section(
      words.say('documents.documents'),
      words.say('documents.documents_none'),
      (document.documents ?? []).map((one) => [
        told(one.title, one.kind), momentCell(one.when, words), [one.sha256 ?? words.say('documents.no_file')],
      ]),
      [column(words.say('documents.document'), 5), column(words.say('documents.when'), 3), column(words.say('documents.hash'), 6)],
    ),
    section(
      words.say('documents.withheld'),
      words.say('documents.withheld_none'),
      (document.withheld ?? []).map((note) => [[note]]),
      [column(words.say('documents.what'), 1)],
    ),
  ];
}

const custodyCells = (row: CustodyRow, words: DocumentWords): PaperCell[] => [
  told(row.what, row.place),
  [row.account],
  momentCell(row.start, words),
  row.end ? momentCell(row.end, words) : [words.say(row.ongoing ? 'documents.ongoing' : 'documents.unknown')],
  [row.heldFor],
  sourceCell(row.sources, words),
];

const findings = (heading: string, empty: string, found: readonly Finding[] | undefined, words: DocumentWords): PaperSection =>
  section(
    heading,
    empty,
    (found ?? []).map(({ words: said, how }) => [[said], [how ?? '']]),
    [{ head: words.say('documents.finding'), share: 8 }, { head: words.say('documents.how'), share: 6 }],
  );

function section(heading: string, empty: string, rows: readonly PaperRow[], columns: { head: string; share: number }[]): PaperSection {
  return { heading, lead: null, bar: null, table: rows.length > 0 ? { columns, rows } : null, empty: rows.length > 0 ? null : empty };
}
