import { setImmediate as others } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Aside, rowsOf } from '../kernel/db/public.js';
import { Records, Versions, type RecordKind } from '../kernel/record/public.js';
import { fold } from '../kernel/text/public.js';
import { Accounts } from '../staff/public.js';
import type { KnownPerson } from './find-known.js';
import { namedInRecords, type NamedIn, type Opened } from './named-in-records.js';

/** Opened, or handed to the scanner, before other requests have their turn. */
const AT_ONCE = 100;
/** How long names stay in memory that nobody asks for. */
const KEPT_MINUTES = 10;
/** The beginning of a sealed text holds its nonce, which no other text has: whatever is sealed anew begins otherwise. */
const STAMP = 32;

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
  /** By kind of record, then by the record's id. */
  private readonly kept = new Map<string, Map<string, Kept>>();
  private asked: Promise<unknown> = Promise.resolve();
  private forgetting: NodeJS.Timeout | undefined;

  constructor(
    private readonly reader: EntityManager,
    private readonly aside: Aside,
    private readonly records: Records,
    private readonly versions: Versions,
    private readonly accounts: Accounts,
  ) {}

  /** As of the latest commit; one question after the other, so that nobody is answered from a list that is being renewed. */
  async *all(): AsyncGenerator<KnownPerson> {
    const renewed = this.asked.then(() => this.renewed());
    this.asked = renewed.catch(() => undefined);
    const staff = await this.accounts.list();
    const ours = new Set(staff.map(({ name }) => fold(name)));
    for (const [place, { people }] of (await renewed).entries()) {
      // A colleague who brought a file is no source to be kept secret.
      yield* people.filter(({ kind, names, marks }) => kind !== 'source' || marks.length > 0 || !names.every((name) => ours.has(fold(name))));
      if (place % AT_ONCE === AT_ONCE - 1) await others();
    }
    for (const { id, name } of staff) yield { kind: 'staff', id, names: [name], marks: [], guarded: false };
  }

  /** Also when the server locks: the application goes, and the names with it. */
  onModuleDestroy(): void {
    clearTimeout(this.forgetting);
    this.kept.clear();
  }

  private async renewed(): Promise<Kept[]> {
    clearTimeout(this.forgetting);
    for (const named of namedInRecords) await this.renew(named);
    this.forgetting = setTimeout(() => this.onModuleDestroy(), KEPT_MINUTES * 60_000).unref();
    return [...this.kept.values()].flatMap((kept) => [...kept.values()]);
  }

  private async renew({ kind, only = '', people }: NamedIn): Promise<void> {
    const kept = this.kept.get(kind.name) ?? new Map<string, Kept>();
    this.kept.set(kind.name, kept);
    const { tableName } = this.reader.connection.getMetadata(kind.row);
    const rows = await this.aside.ask<{ id: string; stamp: string | null }>(`SELECT r.id AS id, substr(r.sealed, 1, ${STAMP}) AS stamp FROM ${tableName} r ${only}`, {});
    const stamps = new Map(rows.map(({ id, stamp }) => [id, stamp]));
    for (const id of kept.keys()) if (!stamps.has(id)) kept.delete(id);
    const anew = rows.filter(({ id, stamp }) => kept.get(id)?.stamp !== stamp).map(({ id }) => id);
    for (let from = 0; from < anew.length; from += AT_ONCE) {
      for (const [id, versions] of await this.allVersions(kind, anew.slice(from, from + AT_ONCE))) kept.set(id, { stamp: stamps.get(id) ?? null, people: people(versions) });
      await others();
    }
  }

  /** Of each record what it says now and, after that, what it said before: somebody is found by a name that was corrected since, too. */
  private async allVersions(kind: RecordKind, ids: readonly string[]): Promise<Map<string, Opened[]>> {
    const opened = await this.records.open(this.reader, kind, await rowsOf(this.reader, kind.row, 'WHERE r.id IN (:...ids)', { ids }));
    const before = await this.versions.before(this.reader, kind, opened.filter(({ version }) => version > 1));
    return new Map(opened.map((one) => [one.id, [one, ...(before.get(one.id) ?? []).map((fields) => ({ ...fields, id: one.id }))] as unknown as Opened[]]));
  }
}
