import { setImmediate as others } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { individualKind } from '../individuals/public.js';
import { Aside, rowsOf } from '../kernel/db/public.js';
import { Records, type RecordKind } from '../kernel/record/public.js';
import { sourceKind } from '../sources/public.js';
import { Accounts } from '../staff/public.js';
import { codedValue } from '../vocabularies/public.js';
import type { KnownPerson } from './find-known.js';

/** Opened, or handed to the scanner, before other requests have their turn. */
const AT_ONCE = 100;
/** How long names stay in memory that nobody asks for. */
const KEPT_MINUTES = 10;
/** The beginning of a sealed text holds its nonce, which no other text has: whatever is sealed anew begins otherwise. */
const STAMP = 32;

type Opened = Readonly<Record<string, unknown>> & { readonly id: string };

interface Kept {
  readonly stamp: string | null;
  readonly people: readonly KnownPerson[];
}

/**
 * Everybody the installation knows, of all teams and circles: what leaves the house must not name a person of whom its
 * author knows nothing. Goes to the scanner and to nobody else; what is answered of it is an id.
 *
 * Opening all names for each question would take a second for ten thousand people. So they stay in memory while they are asked
 * for, and each time only what was sealed anew since, by whatever process, is opened.
 */
@Injectable()
export class KnownPeople implements OnModuleDestroy {
  private readonly individuals = new Map<string, Kept>();
  private readonly sources = new Map<string, Kept>();
  private asked: Promise<unknown> = Promise.resolve();
  private forgetting: NodeJS.Timeout | undefined;

  constructor(
    private readonly reader: EntityManager,
    private readonly aside: Aside,
    private readonly records: Records,
    private readonly accounts: Accounts,
  ) {}

  /** As of the latest commit; one question after the other, so that nobody is answered from a list that is being renewed. */
  async *all(): AsyncGenerator<KnownPerson> {
    const renewed = this.asked.then(() => this.renewed());
    this.asked = renewed.catch(() => undefined);
    for (const [place, { people }] of (await renewed).entries()) {
      yield* people;
      if (place % AT_ONCE === AT_ONCE - 1) await others();
    }
    for (const { id, name } of await this.accounts.list()) yield { kind: 'staff', id, names: [name], marks: [], guarded: false };
  }

  /** Also when the server locks: the application goes, and the names with it. */
  onModuleDestroy(): void {
    clearTimeout(this.forgetting);
    this.individuals.clear();
    this.sources.clear();
  }

  private async renewed(): Promise<Kept[]> {
    clearTimeout(this.forgetting);
    await this.renew(individualKind, this.individuals, ofIndividual);
    await this.renew(sourceKind, this.sources, ofSource);
    this.forgetting = setTimeout(() => this.onModuleDestroy(), KEPT_MINUTES * 60_000).unref();
    return [...this.individuals.values(), ...this.sources.values()];
  }

  private async renew(kind: RecordKind, kept: Map<string, Kept>, of: (one: Opened) => KnownPerson[]): Promise<void> {
    const { tableName } = this.reader.connection.getMetadata(kind.row);
    const rows = await this.aside.ask<{ id: string; stamp: string | null }>(`SELECT r.id AS id, substr(r.sealed, 1, ${STAMP}) AS stamp FROM ${tableName} r`, {});
    const stamps = new Map(rows.map(({ id, stamp }) => [id, stamp]));
    for (const id of kept.keys()) if (!stamps.has(id)) kept.delete(id);
    const anew = rows.filter(({ id, stamp }) => kept.get(id)?.stamp !== stamp).map(({ id }) => id);
    for (let from = 0; from < anew.length; from += AT_ONCE) {
      const ids = anew.slice(from, from + AT_ONCE);
      const opened = await this.records.open(this.reader, kind, await rowsOf(this.reader, kind.row, 'WHERE r.id IN (:...ids)', { ids }));
      for (const one of opened as unknown as Opened[]) kept.set(one.id, { stamp: stamps.get(one.id) ?? null, people: of(one) });
      await others();
    }
  }
}

function ofIndividual({ id, names, phones, documents, address, relatives }: Opened): KnownPerson[] {
  const near = (relatives ?? []) as { name: string; phone: string | null }[];
  const person = { kind: 'individual' as const, id, names: ((names ?? []) as { text: string }[]).map(({ text }) => text), marks: textsOf([phones, documents, address]), guarded: true };
  return [person, ...near.map(({ name, phone }) => ({ kind: 'relative' as const, id, names: [name], marks: textsOf(phone), guarded: true }))];
}

const ofSource = (one: Opened): KnownPerson[] => [{ kind: 'source', id: one.id, names: textsOf(one.identity), marks: textsOf([one.contact, one.identity]), guarded: isGuarded(one) }];

/** Protected, or of a kind that a person stands behind; of a kind that is not known, too. */
function isGuarded({ protected: isProtected, kind }: Opened): boolean {
  const known = codedValue('source-kinds', String(kind));
  return Boolean(isProtected) || !known || known.asks_consent === true;
}

/** The texts in a value, however deep. */
const textsOf = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(textsOf) : [];
