import { Injectable } from '@nestjs/common';
import { MayUse, type ConsentScope } from '../consents/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { Problem } from '../kernel/errors/public.js';
import { CountRecords, subjects, UNKNOWN, type Dimension, type Scope, type Standing } from '../reports/public.js';

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

/** Reads what may be published: detentions within the author's reach, of people who agreed to be counted in public and whose data nobody has restricted. */
@Injectable()
export class ReadCountedStays {
  constructor(
    private readonly count: CountRecords,
    private readonly mayUse: MayUse,
  ) {}

  /** @throws Problem `publication.too_many` (422) */
  async of(actor: Actor, dimensions: readonly Dimension[], scope: Scope): Promise<CountedStays> {
    const worked = await this.count.records(actor, { subject: subjects.stay, dimensions, measures: [] }, scope);
    const [id, person] = [worked.set.field('id'), worked.set.field('individual')];
    const rows = Array.from(id.values, (value, place) => ({ place, id: id.text(value), person: person.text(person.values[place] ?? 0) })).filter((row) => row.person !== '');
    if (rows.length > MOST) throw new Problem('publication.too_many', { status: 422, params: { most: MOST } });
    const people = (some: readonly { person: string }[]): string[] => [...new Set(some.map((row) => row.person))];
    const agreed = await this.agreed(people(rows), 'public_aggregate', scope);
    const allowed = rows.filter((row) => agreed.has(row.person)).sort((a, b) => (a.id < b.id ? -1 : 1));
    const sure = allowed.filter(({ place }) => worked.chosen.sure[place] === 1);
    const named = await this.agreed(people(sure), 'public_name', scope);
    const standings = dimensions.map((dimension) => worked.standingsIn(dimension));
    const stays = sure.map(({ id, person, place }) => ({ id, person, mayBeNamed: named.has(person), members: standings.map(({ places, all }) => memberOf(all[places[place] ?? 0])) }));
    return { stays, leftOut: { withoutConsent: people(rows).length - people(allowed).length, unsure: people(allowed).length - people(sure).length } };
  }

  private async agreed(ids: readonly string[], use: ConsentScope, { now }: Scope): Promise<ReadonlySet<string>> {
    const verdicts = await this.mayUse.of({ about: 'individual', ids }, { scope: use, at: now });
    return new Set(ids.filter((id) => verdicts.get(id)?.allowed === true));
  }
}

/** Where it surely stands; what may be in several members is not known, for a publication counts everybody once. */
const memberOf = (standing: Standing | undefined): string => (standing?.sure.length === 1 ? (standing.sure[0] ?? UNKNOWN) : UNKNOWN);
