import { consentScopes, RecordConsentInput, WithdrawConsentInput, type ConsentScope } from '../consents/public.js';
import type { Instant } from '../kernel/time/public.js';
import { vocabulary } from '../vocabularies/public.js';
import { checkInput } from './check-input.js';
import type { Mapping } from './mapping.js';
import { codeNamed, quoted, type RowCells } from './row-cells.js';
import { whenOf } from './row-when.js';

export type ImportedAnswer = 'yes' | 'no' | 'withdrawn';

export interface ConsentDraft {
  readonly row: number;
  readonly externalId: string;
  /** Number of the person or source here; or the id of the person in the system they were imported from. */
  readonly of: { readonly reference: string } | { readonly externalId: string };
  readonly ofColumn: string | null;
  readonly answers: Partial<Record<ConsentScope, ImportedAnswer>>;
  readonly talk: Omit<RecordConsentInput, 'answers'>;
  /** Names or numbers of the partners a yes to passing on is bound to; null: the row names none. */
  readonly onlyPartners: readonly string[] | null;
  readonly partnersColumn: string | null;
}

/** As many as the API takes. */
const MOST_PARTNERS = 20;

/**
 * Reads one row as one conversation about consent. Here nothing is guessed: a use, an answerer or a date that cannot be read
 * keeps the row out, for a yes that was never said must not stand.
 */
export function consentDraft(cells: RowCells, mapping: Mapping, now: Instant, zone: string): ConsentDraft {
  const { remarks } = cells;
  const id = cells.text('externalId') ?? '';
  if (!id) remarks.error('external_id_missing', cells.columnName('externalId'));
  const [reference, personId] = [cells.text('reference'), cells.text('personId')];
  if (!reference && !personId) remarks.error('nobody_given', cells.columnName('reference'));
  const answers = answersOf(cells);
  if (!['yes', 'no', 'withdrawn'].some((answer) => cells.text(answer))) remarks.error('no_answer', cells.columnName('yes'));
  const talk = {
    ...{ given: whenOf(cells, 'given', mapping.zone ?? zone, now, null) ?? null, expires: whenOf(cells, 'expires', mapping.zone ?? zone, now, null) ?? null },
    ...{ way: strictCode(cells, 'way', 'consent-ways') ?? 'unknown', givenBy: (strictCode(cells, 'givenBy', 'consent-givers') ?? 'self') as RecordConsentInput['givenBy'] },
    ...{ capacity: strictCode(cells, 'capacity', 'consent-capacities') ?? 'able', language: cells.text('language')?.toLowerCase() ?? null },
    ...Object.fromEntries(['giverName', 'askedBy', 'evidence', 'conditions', 'partners'].map((field) => [field, cells.text(field) ?? null])),
  } as ConsentDraft['talk'];
  if (!cells.text('given')) remarks.error('no_day_given', cells.columnName('given'));
  const onlyPartners = cells.text('onlyPartners') === undefined ? null : cells.list('onlyPartners');
  if (onlyPartners && (onlyPartners.length === 0 || onlyPartners.length > MOST_PARTNERS)) remarks.error('not_taken', cells.columnName('onlyPartners'));
  const said = Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== 'withdrawn'));
  if (Object.keys(said).length > 0) checkInput(RecordConsentInput, { ...talk, answers: said }, cells);
  else checkInput(WithdrawConsentInput, { ...talk, scopes: Object.keys(answers) }, cells);
  const of = reference ? { reference: reference.toUpperCase() } : { externalId: `${cells.text('personSystem') ?? mapping.system}:${personId ?? ''}` };
  return { row: remarks.row, externalId: `${mapping.system}:${id}`, of, ofColumn: cells.columnName(reference ? 'reference' : 'personId'), answers, talk, onlyPartners, partnersColumn: cells.columnName('onlyPartners') };
}

function answersOf(cells: RowCells): ConsentDraft['answers'] {
  const answers: Partial<Record<ConsentScope, ImportedAnswer>> = {};
  for (const answer of ['yes', 'no', 'withdrawn'] as const) {
    for (const said of cells.list(answer)) {
      const scope = cells.rule(answer)?.values[said] ?? codeNamed('consent-scopes', said);
      if (scope === undefined || !consentScopes.includes(scope as ConsentScope)) cells.remarks.error('scope_unknown', cells.columnName(answer), { value: quoted(said) });
      else if (answers[scope as ConsentScope] !== undefined) cells.remarks.error('scope_twice', cells.columnName(answer), { value: quoted(said) });
      else answers[scope as ConsentScope] = answer;
    }
  }
  return answers;
}

/** A code, or a remark that keeps the row out. */
function strictCode(cells: RowCells, field: string, list: string): string | undefined {
  const said = cells.text(field);
  if (said === undefined) return undefined;
  const code = cells.rule(field)?.values[said] ?? codeNamed(list, said);
  if (code === undefined || !vocabulary(list).values.some((one) => one.code === code)) cells.remarks.error('word_unknown', cells.columnName(field), { value: quoted(said) });
  return code;
}
