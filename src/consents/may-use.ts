import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { restrictedAmong } from '../access/public.js';
import { Individual } from '../individuals/public.js';
import { boundsOf, rowsOf } from '../kernel/db/public.js';
import { readInstant, type Instant } from '../kernel/time/public.js';
import { mayBeUsed, ofAge, type ConsentSubject, type Verdict } from './allowed-use.js';
import { ConsentDecision } from './consent-decision.entity.js';
import { ConsentStanding } from './consent-standing.entity.js';
import { NARROWEST, type ConsentScope } from './consent-scopes.js';
import { columnAbout, type ConsentAbout } from './consent-subject.js';
import type { Decision, NotAllowed } from './said-of-scope.js';

export interface Subjects {
  readonly about: ConsentAbout;
  readonly ids: readonly string[];
}

export interface UseAsked {
  readonly scope: ConsentScope;
  readonly at: Instant;
  /** Of passing on: which partner. Left out: none in particular, and whoever named some is not passed on. */
  readonly partnerId?: string | null;
}

/** Ids of one statement; a database takes only so many parameters. */
const AT_ONCE = 2000;

/**
 * May data of these people be used so? Every export, publication and submission asks here, for all of its people at once,
 * whatever the asker may read: consent does not depend on who looks. Says nothing in the log; who asks logs what left.
 */
@Injectable()
export class MayUse {
  constructor(private readonly reader: EntityManager) {}

  /** A verdict for every id. Three queries, however many people. Whose data are restricted is left out of every use but the help itself. */
  async of({ about, ids }: Subjects, asked: UseAsked, manager: EntityManager = this.reader): Promise<ReadonlyMap<string, Verdict>> {
    const use = { partnerId: null, ...asked };
    const known = await this.knownOf({ about, ids }, manager);
    const restricted = about === 'individual' && use.scope !== NARROWEST ? await this.restricted(ids, manager) : new Set<string>();
    return new Map([...known].map(([id, { decisions, subject }]) => [id, restricted.has(id) ? { ...mayBeUsed(use, [], ofAge), why: 'restricted' as const } : mayBeUsed(use, decisions, subject)]));
  }

  /** Everybody who agreed to a use, as it is kept of them. */
  async agreeing(about: ConsentAbout, { scope, at }: Pick<UseAsked, 'scope' | 'at'>, manager: EntityManager = this.reader): Promise<ReadonlySet<string>> {
    const where = 'WHERE r.about = :about AND r.scope = :scope AND r.allowed AND (r.until IS NULL OR r.until > :at)';
    return new Set((await rowsOf(manager, ConsentStanding, where, { about, scope, at })).map(({ subjectId }) => subjectId));
  }

  /** Sources that said no to a use, or whose yes is over. One that nobody has asked is not among them: a fact is not its teller (decision 0011). */
  async refusingSources({ scope, at }: Pick<UseAsked, 'scope' | 'at'>, manager: EntityManager = this.reader): Promise<ReadonlySet<string>> {
    const where = `WHERE r.about = 'source' AND r.scope = :scope AND ((NOT r.allowed AND r.why <> 'no_record') OR (r.allowed AND r.until <= :at))`;
    return new Set((await rowsOf(manager, ConsentStanding, where, { scope, at })).map(({ subjectId }) => subjectId));
  }

  async one(about: ConsentAbout, id: string, use: UseAsked, manager: EntityManager = this.reader): Promise<Verdict> {
    return (await this.of({ about, ids: [id] }, use, manager)).get(id) ?? mayBeUsed(use, [], ofAge);
  }

  private async restricted(ids: readonly string[], manager: EntityManager): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (let from = 0; from < ids.length; from += AT_ONCE) for (const id of await restrictedAmong(manager, ids.slice(from, from + AT_ONCE))) found.add(id);
    return found;
  }

  /** What the rule needs of each of them. */
  async knownOf({ about, ids }: Subjects, manager: EntityManager = this.reader): Promise<Map<string, { decisions: Decision[]; subject: ConsentSubject }>> {
    const asked = [...new Set(ids)];
    const known = new Map(asked.map((id) => [id, { decisions: [] as Decision[], subject: ofAge }]));
    for (let from = 0; from < asked.length; from += AT_ONCE) {
      const some = asked.slice(from, from + AT_ONCE);
      const rows = await rowsOf(manager, ConsentDecision, `WHERE r.${columnAbout[about]} IN (:...some)`, { some });
      for (const row of rows) known.get(row.individualId ?? row.sourceId ?? '')?.decisions.push(decisionOf(row));
      const people = about === 'individual' ? await rowsOf(manager, Individual, 'WHERE r.id IN (:...some)', { some }) : [];
      for (const person of people) Object.assign(known.get(person.id) ?? {}, { subject: subjectOf(person) });
    }
    return known;
  }
}

/** How many are left out, and why: to be printed with whatever leaves. */
export interface LeftOut {
  readonly count: number;
  readonly why: Readonly<Partial<Record<NotAllowed, number>>>;
}

export function leftOut(verdicts: Iterable<Verdict>): LeftOut {
  const why: Partial<Record<NotAllowed, number>> = {};
  for (const verdict of verdicts) if (!verdict.allowed && verdict.why) why[verdict.why] = (why[verdict.why] ?? 0) + 1;
  return { count: Object.values(why).reduce((all, one) => all + one, 0), why };
}

export const decisionOf = ({ id, answers, given, recordedAt, expiresAt, givenBy, capacity, partnerIds, conditional }: ConsentDecision): Decision => {
  const { earliest, latest } = boundsOf(given) ?? { earliest: null, latest: null };
  return { id, answers, given: { earliest, latest }, recordedAt, expiresAt, givenBy, capacity, partnerIds, conditional };
};

/** A birth year known this closely settles when somebody grew up; a wider one is an estimate, and only the mark counts. */
const CLOSE_YEARS = 2;

function subjectOf({ minor, bornEarliest, bornLatest }: Individual): ConsentSubject {
  if (bornEarliest !== null && bornLatest !== null && bornLatest - bornEarliest <= CLOSE_YEARS) {
    return { minor: true, grownAt: readInstant(`${bornLatest + 19}-01-01T00:00:00.000Z`) };
  }
  return minor ? { minor: true, grownAt: null } : ofAge;
}
