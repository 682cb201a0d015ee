import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { notRestricted } from '../access/public.js';
import { MayUse, standingOf } from '../consents/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { counted } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { CountRecords, stayScope, stayTables, surelyIn, UNKNOWN, type Dimension, type Scope } from '../reports/public.js';

/** One detention of one known person, with where it stands in each dimension; empty where that is not known or not sure. */
export interface CountedStay {
  readonly id: string;
  readonly person: string;
  /** The person agreed to be named in public. */
  readonly mayBeNamed: boolean;
  readonly members: readonly string[];
}

export interface CountedStays {
  readonly stays: readonly CountedStay[];
  /** People whose detentions are in no figure, and why. */
  readonly leftOut: { readonly withoutConsent: number; readonly unsure: number };
}

/** A publication is made of its people one by one, because what may stand is decided by who they are. */
const MOST = 200_000;

/** Tables of a stay and its person; `s` is what the person's own dimensions read the days of the detention from. */
const PERSON = 'JOIN individual i ON i.id = d.individual_id JOIN (SELECT detention_id AS id, start_first AS day_first, start_last AS day_last FROM detention_fact) s ON s.id = d.id';

/** Reads what may be published: detentions within the author's reach, of people who agreed to be counted in public and whose data nobody has restricted. */
@Injectable()
export class ReadCountedStays {
  constructor(
    private readonly count: CountRecords,
    private readonly mayUse: MayUse,
    private readonly reader: EntityManager,
  ) {}

  /** @throws Problem `publication.too_many` (422) */
  async of(actor: Actor, dimensions: readonly Dimension[], scope: Scope): Promise<CountedStays> {
    const { reaching, params } = this.count.reaching(actor, scope);
    const keys = dimensions.map((dimension) => dimension.keys(scope));
    const columns = keys.flat().map((key, n) => `, ${key} AS k${n}`);
    const where = ['d.individual_id IS NOT NULL', notRestricted('d.individual_id'), ...stayScope(reaching, scope)].map((one) => `(${one})`).join(' AND ');
    const flags = `CASE WHEN ${surelyIn(scope)} THEN 1 ELSE 0 END AS sure, CASE WHEN ${standingOf('d.individual_id')} THEN 1 ELSE 0 END AS allowed`;
    const sql = `SELECT d.id AS id, d.individual_id AS person, ${flags}${columns.join('')} FROM ${stayTables(reaching)} ${PERSON} WHERE ${where} ORDER BY d.id LIMIT ${MOST + 1}`;
    const rows = await counted<Raw>(this.reader, sql, { ...params, consentScope: 'public_aggregate', consentAt: scope.now });
    if (rows.length > MOST) throw new Problem('publication.too_many', { status: 422, params: { most: MOST } });
    const allowed = rows.filter((row) => Number(row.allowed) === 1);
    const sure = allowed.filter((row) => Number(row.sure) === 1);
    const people = (some: readonly Raw[]): Set<string> => new Set(some.map((row) => String(row.person)));
    const named = await this.mayUse.of({ about: 'individual', ids: [...people(sure)] }, { scope: 'public_name', at: scope.now });
    const stays = sure.map((row) => ({
      ...{ id: String(row.id), person: String(row.person), mayBeNamed: named.get(String(row.person))?.allowed === true },
      members: membersOf(row, dimensions, keys, scope),
    }));
    return { stays, leftOut: { withoutConsent: people(rows).size - people(allowed).size, unsure: people(allowed).size - people(sure).size } };
  }
}

type Raw = Readonly<Record<string, string | number | null>>;

/** Where it surely stands; what may be in several members is not known, for a publication counts everybody once. */
function membersOf(row: Raw, dimensions: readonly Dimension[], keys: readonly (readonly string[])[], scope: Scope): string[] {
  let at = 0;
  return dimensions.map((dimension, n) => {
    const { sure } = dimension.stand((keys[n] ?? []).map(() => String(row[`k${at++}`] ?? '')), scope);
    return sure.length === 1 ? (sure[0] ?? UNKNOWN) : UNKNOWN;
  });
}
