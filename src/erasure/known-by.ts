import type { EntityManager } from 'typeorm';
import { individualKind, type IndividualPrivate } from '../individuals/public.js';
import { Versions, type Erasable, type RecordKind } from '../kernel/record/public.js';
import { sourceKind, type SourcePrivate } from '../sources/public.js';

/** What somebody is known by: every name and number that was ever recorded of them, withdrawn ones included. */
export interface KnownBy {
  readonly names: readonly string[];
  readonly numbers: readonly string[];
}

export async function knownBy(versions: Versions, manager: EntityManager, { kind, id }: Erasable): Promise<KnownBy> {
  if (kind === 'individual') {
    const all = (await fieldsOf(versions, manager, individualKind, id)) as Partial<IndividualPrivate>[];
    const names = all.flatMap((one) => (one.names ?? []).map(({ text }) => text));
    return { names: unique(names), numbers: unique(all.flatMap((one) => [...(one.phones ?? []), ...numbersIn(one.documents)])) };
  }
  const all = (await fieldsOf(versions, manager, sourceKind, id)) as Partial<SourcePrivate>[];
  return { names: unique(all.flatMap((one) => one.identity ?? [])), numbers: unique(all.flatMap((one) => numbersIn(one.contact))) };
}

const fieldsOf = async (versions: Versions, manager: EntityManager, kind: unknown, id: string): Promise<object[]> =>
  (await versions.of(manager, kind as RecordKind, id)).map(({ fields }) => fields);

const numbersIn = (text: string | null | undefined): string[] => [...(text ?? '').matchAll(/\+?\d[\d\s().-]{4,}\d/g)].map(([number]) => number);

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];
