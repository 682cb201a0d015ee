import { consentKind } from '../consents/public.js';
import { evidenceKind } from '../evidence/public.js';
import { individualKind } from '../individuals/public.js';
import type { RecordKind } from '../kernel/record/public.js';
import { dataRequestKind } from '../requests/public.js';
import { sourceKind } from '../sources/public.js';
import { codedValue } from '../vocabularies/public.js';
import type { KnownPerson } from './find-known.js';

export type Opened = Readonly<Record<string, unknown>> & { readonly id: string };

/** A kind of record in which somebody is named, and who, from what it says now and what it said before. */
export interface NamedIn {
  readonly kind: RecordKind;
  /** Which rows at all. */
  readonly only?: string;
  readonly people: (versions: readonly Opened[]) => KnownPerson[];
}

/** Everywhere the fields of a record hold the name of one person; notes and statements are not looked through. */
export const namedInRecords: readonly NamedIn[] = [
  { kind: individualKind, people: (versions) => [...individual(versions), ...relatives(versions)] },
  { kind: sourceKind, people: source },
  { kind: consentKind, only: "WHERE r.given_by <> 'self' OR r.asked_by_id IS NULL", people: (versions) => speaker(versions, ({ giverName, askedBy }) => [giverName, askedBy]) },
  { kind: dataRequestKind, people: (versions) => speaker(versions, ({ asker }) => asker, ({ contact }) => contact) },
  { kind: evidenceKind, people: collector },
];

function individual(versions: readonly Opened[]): KnownPerson[] {
  const names = versions.flatMap((one) => (one.names ?? []) as { text: string }[]).map(({ text }) => text);
  return known('individual', versions[0]?.id, names, versions.map(({ phones, documents, address }) => [phones, documents, address]));
}

/** All of one individual together, under the id of whose relatives they are. */
function relatives(versions: readonly Opened[]): KnownPerson[] {
  const near = versions.flatMap((one) => (one.relatives ?? []) as { name: string; phone: string | null }[]);
  return known('relative', versions[0]?.id, near.map(({ name }) => name), near.map(({ phone }) => phone));
}

function source(versions: readonly Opened[]): KnownPerson[] {
  const guarded = versions[0] !== undefined && isGuarded(versions[0]);
  return known('source', versions[0]?.id, versions.map(({ identity }) => identity), versions.map(({ contact, identity }) => [contact, identity])).map((one) => ({ ...one, guarded }));
}

/** Who decided for somebody, asked on their behalf or spoke with them, under the id of whom it was about; of nobody we know, under that of the record. */
function speaker(versions: readonly Opened[], name: (one: Opened) => unknown, contact: (one: Opened) => unknown = () => null): KnownPerson[] {
  return known('speaker', (versions[0]?.individualId ?? versions[0]?.id) as string | undefined, versions.map(name), versions.map(contact));
}

/** Who brought a file is to be kept secret like a source, under the id of the file: the word of the source it comes from is not theirs. */
function collector(versions: readonly Opened[]): KnownPerson[] {
  return known('source', versions[0]?.id, versions.map((one) => one.collector), []);
}

/** Protected, or of a kind that a person stands behind; of a kind that is not known, too. */
function isGuarded({ protected: isProtected, kind }: Opened): boolean {
  const coded = codedValue('source-kinds', String(kind));
  return Boolean(isProtected) || !coded || coded.asks_consent === true;
}

/** Nobody, where there is neither a name nor a number. */
function known(kind: KnownPerson['kind'], id: string | undefined, named: unknown, marked: unknown): KnownPerson[] {
  const [names, marks] = [named, marked].map((value) => [...new Set(textsOf(value))]) as [string[], string[]];
  return id === undefined || names.length + marks.length === 0 ? [] : [{ kind, id, names, marks, guarded: true }];
}

/** The texts in a value, however deep in lists. */
const textsOf = (value: unknown): string[] => (typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(textsOf) : []);
