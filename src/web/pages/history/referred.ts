import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Reach } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import type { RecordRow } from '../../../kernel/record/public.js';
import { FindPlaces, placeName } from '../../../places/public.js';
import { FindSources, sourceName } from '../../../sources/public.js';
import { Accounts } from '../../../staff/public.js';
import { shownKind } from './kinds.js';
import { idsIn, refersTo } from './value-text.js';

type Fields = Readonly<Record<string, unknown>>;
type Names = Iterable<readonly [id: string, name: string]>;

/** What the records are called that other records refer to: only those the actor reaches, one query a kind. */
@Injectable()
export class Referred {
  constructor(
    private readonly reach: Reach,
    private readonly places: FindPlaces,
    private readonly sources: FindSources,
    private readonly accounts: Accounts,
  ) {}

  async in(actor: Actor, versions: readonly Fields[]): Promise<ReadonlyMap<string, string>> {
    const ids = new Map<string, Set<string>>();
    for (const fields of versions) {
      for (const [field, kind] of Object.entries(refersTo)) {
        for (const id of idsIn(fields[field])) ids.set(kind, (ids.get(kind) ?? new Set()).add(id));
      }
    }
    const names = new Map<string, string>();
    for (const [kind, asked] of ids) {
      for (const [id, name] of await this.namesOf(actor, kind, [...asked])) names.set(id, name);
    }
    return names;
  }

  private async namesOf(actor: Actor, kind: string, ids: readonly string[]): Promise<Names> {
    if (kind === 'staff') return this.accounts.namesOf(ids);
    const shown = shownKind(kind);
    if (!shown || !actor.permissions.has(shown.permission)) return [];
    if (kind === 'place') return [...(await this.places.byIds(actor, ids))].map(([id, one]) => [id, placeName(one, actor.language)] as const);
    if (kind === 'source') return [...(await this.sources.byIds(actor, ids))].map(([id, one]) => [id, sourceName(one)] as const);
    const rows = await this.reach.list(actor, shown.kind, 'r').andWhere({ id: In([...ids]) }).getMany();
    return rows.map((row) => [row.id, (row as RecordRow & { reference: string }).reference] as const);
  }
}
