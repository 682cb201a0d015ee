import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { underSeal } from '../access/public.js';
import { MayUse, type ConsentScope } from '../consents/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { Problem } from '../kernel/errors/public.js';
import { CountRecords, subjects, toldByRefusers, UNKNOWN, type Dimension, type Scope, type Standing } from '../reports/public.js';

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
  readonly leftOut: { readonly withoutConsent: number; readonly conditional: number; readonly bySource: number; readonly unsure: number };
}

/** A publication is made of its people one by one, because what may stand is decided by who they are. */
const MOST = 200_000;

/**
 * Reads what may be published: detentions within the author's reach, of people who agreed to be counted in public, without
 * conditions that nobody can keep once it is out, and whose data nobody has restricted; nothing that lies under seal, and
 * nothing a source tells that said no.
 */
@Injectable()
export class ReadCountedStays {
  constructor(
    private readonly count: CountRecords,
    private readonly mayUse: MayUse,
    private readonly reader: EntityManager,
  ) {}

  /** @throws Problem `publication.too_many` (422) */
  async of(actor: Actor, dimensions: readonly Dimension[], scope: Scope): Promise<CountedStays> {
    const worked = await this.count.records(actor, { subject: subjects.stay, dimensions, measures: [] }, scope);
    const [id, person] = [worked.set.field('id'), worked.set.field('individual')];
    const sealed = await underSeal(this.reader, ['detention', 'individual']);
    const known = Array.from(id.values, (value, place) => ({ place, id: id.text(value), person: person.text(person.values[place] ?? 0) }));
    const rows = known.filter((row) => row.person !== '' && !sealed.has(row.id) && !sealed.has(row.person));
    if (rows.length > MOST) throw new Problem('publication.too_many', { status: 422, params: { most: MOST } });
    const people = (some: readonly { person: string }[]): string[] => [...new Set(some.map((row) => row.person))];
    const { agreed, conditional } = await this.agreed(people(rows), 'public_aggregate', scope);
    const willing = rows.filter((row) => agreed.has(row.person));
    const refused = await toldByRefusers(this.reader, await this.mayUse.refusingSources({ scope: 'public_aggregate', at: scope.now }), willing.map((row) => row.id));
    const allowed = willing.filter((row) => !refused.has(row.id)).sort((a, b) => (a.id < b.id ? -1 : 1));
    const sure = allowed.filter(({ place }) => worked.chosen.sure[place] === 1);
    const { agreed: named } = await this.agreed(people(sure), 'public_name', scope);
    const standings = dimensions.map((dimension) => worked.standingsIn(dimension));
    const stays = sure.map(({ id, person, place }) => ({ id, person, mayBeNamed: named.has(person), members: standings.map(({ places, all }) => memberOf(all[places[place] ?? 0])) }));
    const [all, of, bySource] = [people(rows).length, people(willing).length, people(willing).length - people(allowed).length];
    return { stays, leftOut: { withoutConsent: all - of - conditional, conditional, bySource, unsure: people(allowed).length - people(sure).length } };
  }

  private async agreed(ids: readonly string[], use: ConsentScope, { now }: Scope): Promise<{ agreed: ReadonlySet<string>; conditional: number }> {
    const verdicts = await this.mayUse.of({ about: 'individual', ids }, { scope: use, at: now });
    const yes = ids.filter((id) => verdicts.get(id)?.allowed === true);
    const agreed = new Set(yes.filter((id) => !verdicts.get(id)?.conditional));
    return { agreed, conditional: yes.length - agreed.size };
  }
}

/** Where it surely stands; what may be in several members is not known, for a publication counts everybody once. */
const memberOf = (standing: Standing | undefined): string => (standing?.sure.length === 1 ? (standing.sure[0] ?? UNKNOWN) : UNKNOWN);
