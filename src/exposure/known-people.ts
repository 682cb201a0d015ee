import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { individualKind } from '../individuals/public.js';
import { rowsOf } from '../kernel/db/public.js';
import { Records, type RecordKind, type RecordRow } from '../kernel/record/public.js';
import { sourceKind } from '../sources/public.js';
import { Accounts } from '../staff/public.js';
import { codedValue } from '../vocabularies/public.js';
import type { KnownPerson } from './find-known.js';

const BATCH = 500;

type Opened = Readonly<Record<string, unknown>> & { readonly id: string };

/**
 * Everybody the installation knows, of all teams and circles: what leaves the house must not name a person of whom its
 * author knows nothing. Goes to the scanner and to nobody else; what is answered of it is an id.
 */
@Injectable()
export class KnownPeople {
  constructor(
    private readonly reader: EntityManager,
    private readonly records: Records,
    private readonly accounts: Accounts,
  ) {}

  async *all(): AsyncGenerator<KnownPerson> {
    for await (const one of this.opened(individualKind)) yield* ofIndividual(one);
    for await (const one of this.opened(sourceKind)) yield { kind: 'source', id: one.id, names: textsOf(one.identity), marks: textsOf([one.contact, one.identity]), guarded: isGuarded(one) };
    for (const { id, name } of await this.accounts.list()) yield { kind: 'staff', id, names: [name], marks: [], guarded: false };
  }

  private async *opened(kind: RecordKind): AsyncGenerator<Opened> {
    for (let after = ''; ; ) {
      const rows: RecordRow[] = await rowsOf(this.reader, kind.row, `WHERE r.id > :after ORDER BY r.id LIMIT ${BATCH}`, { after });
      for (const one of await this.records.open(this.reader, kind, rows)) yield one as unknown as Opened;
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) return;
      after = last.id;
    }
  }
}

function ofIndividual({ id, names, phones, documents, address, relatives }: Opened): KnownPerson[] {
  const near = (relatives ?? []) as { name: string; phone: string | null }[];
  const person = { kind: 'individual' as const, id, names: ((names ?? []) as { text: string }[]).map(({ text }) => text), marks: textsOf([phones, documents, address]), guarded: true };
  return [person, ...near.map(({ name, phone }) => ({ kind: 'relative' as const, id, names: [name], marks: textsOf(phone), guarded: true }))];
}

/** Protected, or of a kind that a person stands behind; of a kind that is not known, too. */
function isGuarded({ protected: isProtected, kind }: Opened): boolean {
  const known = codedValue('source-kinds', String(kind));
  return Boolean(isProtected) || !known || known.asks_consent === true;
}

/** The texts in a value, however deep. */
const textsOf = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(textsOf) : [];

