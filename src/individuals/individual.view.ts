import { seenFields, shown, type Withheld } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import type { ErasedMark, Known } from '../kernel/record/public.js';
import type { Individual, IndividualName, IndividualPrivate, Relative } from './individual.entity.js';
import { individualKind } from './individual.kind.js';

export type KnownIndividual = Known<Individual, IndividualPrivate>;

/** A person as the reader may know them. A value out of the reader's field classes is `{ withheld: class }`, never blank. */
export class IndividualView {
  id!: string;
  version!: number;
  reference!: string;
  recordedAt!: string;
  recordedBy!: string;
  changedAt!: string;
  changedBy!: string;
  sex!: string;
  bornEarliest!: number | null;
  bornLatest!: number | null;
  minor!: boolean | null;
  regionCode!: string | null;
  roles!: string[];
  /** Set when the person was erased: every private field is withheld then, from everybody. */
  erased!: ErasedMark | null;
  names!: IndividualName[] | Withheld;
  birth!: string | null | Withheld;
  ageSaid!: { years: number; on: string } | null | Withheld;
  nationality!: string | null | Withheld;
  occupation!: string | null | Withheld;
  vulnerabilities!: string[] | null | Withheld;
  medicalNeed!: string | null | Withheld;
  phones!: string[] | null | Withheld;
  address!: string | null | Withheld;
  relatives!: Relative[] | null | Withheld;
  documents!: string | null | Withheld;
  description!: string | null | Withheld;
  notes!: string | null | Withheld;
}

/** A row of the list: enough to tell people apart, nothing more. */
export class IndividualRowView {
  id!: string;
  reference!: string;
  recordedAt!: string;
  names!: IndividualName[] | Withheld;
  sex!: string;
  bornEarliest!: number | null;
  bornLatest!: number | null;
  minor!: boolean | null;
  regionCode!: string | null;
  roles!: string[];
}

export function individualView(actor: Actor, known: KnownIndividual, revealed: readonly string[] = []): IndividualView {
  const { id, version, recordedAt, recordedBy, changedAt, changedBy } = known;
  const fields = seenFields(actor, individualKind, known, revealed);
  delete fields.externalToken;
  return { id, version, recordedAt, recordedBy, changedAt, changedBy, erased: known.erased ?? null, ...fields } as unknown as IndividualView;
}

export function individualRow(actor: Actor, known: KnownIndividual): IndividualRowView {
  const { id, reference, recordedAt, sex, bornEarliest, bornLatest, minor, regionCode, roles } = known;
  const names = shown(actor, 'identity', known.names, known);
  return { id, reference, recordedAt, sex, bornEarliest, bornLatest, minor, regionCode, roles, names };
}

/** The name a person goes by: the first recorded, or the reference number where there is none or it is withheld. */
export function calledName(view: Pick<IndividualView, 'names' | 'reference'>): string {
  return Array.isArray(view.names) ? (view.names[0]?.text ?? view.reference) : view.reference;
}
