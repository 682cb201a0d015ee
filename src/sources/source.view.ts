import { seenFields, shown, type Withheld } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { boundsOf } from '../kernel/db/public.js';
import type { ErasedMark, Known } from '../kernel/record/public.js';
import type { Bounds } from '../kernel/time/public.js';
import type { Source, SourcePrivate } from './source.entity.js';
import { sourceKind } from './source.kind.js';

export type KnownSource = Known<Source, SourcePrivate>;

/** A source as the reader may know it: who it is stays with those who have the field class `source`. */
export class SourceView {
  id!: string;
  version!: number;
  /** Set when the source was erased. */
  erased!: ErasedMark | null;
  reference!: string;
  recordedAt!: string;
  recordedBy!: string;
  changedAt!: string;
  changedBy!: string;
  kind!: string;
  reliability!: string;
  protected!: boolean;
  language!: string | null;
  stated!: Bounds | null;
  label!: string | Withheld;
  identity!: string | null | Withheld;
  contact!: string | null | Withheld;
  statement!: string | null | Withheld;
  location!: string | null | Withheld;
}

/** A row of the list, and what stands beside a fact: what staff call the source, never who it is. */
export class SourceRowView {
  id!: string;
  reference!: string;
  recordedAt!: string;
  kind!: string;
  reliability!: string;
  protected!: boolean;
  label!: string | Withheld;
}

export function sourceView(actor: Actor, known: KnownSource, revealed: readonly string[] = []): SourceView {
  const { id, version, recordedAt, recordedBy, changedAt, changedBy } = known;
  const fields = { ...seenFields(actor, sourceKind, known, revealed), stated: boundsOf(known.stated) };
  return { id, version, recordedAt, recordedBy, changedAt, changedBy, erased: known.erased ?? null, ...fields } as unknown as SourceView;
}

export function sourceRow(actor: Actor, known: KnownSource): SourceRowView {
  const { id, reference, recordedAt, kind, reliability } = known;
  return { id, reference, recordedAt, kind, reliability, protected: known.protected, label: shown(actor, 'narrative', known.label, known) };
}

/** What a source is called: its label, or the reference number where that is withheld or erased. */
export const sourceName = (view: { label: string | null | Withheld; reference: string }): string =>
  typeof view.label === 'string' && view.label ? view.label : view.reference;
