import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor/public.js';
import { groupsOf, Worked, type Groups, type Question } from './count-groups.js';
import { incidentFilter, isVague } from './incident-figures.js';
import { letOthers } from './let-others.js';
import type { Extra } from './measure.js';
import { ReadRecords } from './read-records.js';
import type { RecordSet } from './record-set.js';
import type { Scope } from './scope.js';
import { stayFilter } from './stays.js';
import type { Base, Source, Subject } from './subject.js';

export interface Counted {
  readonly groups: ReadonlyMap<Question, Groups>;
  /** Detentions and incidents of which it is not known when they were, otherwise in the scope; null: nothing here asks for them. */
  readonly undated: number | null;
  readonly undatedIncidents: number | null;
}

/** Counts what a reader reaches: each source is read once for all tables that are counted from it. */
@Injectable()
export class CountRecords {
  constructor(private readonly read: ReadRecords) {}

  async tables(actor: Actor, questions: readonly Question[], scope: Scope): Promise<Counted> {
    const sources = [...new Set(questions.map(({ subject }) => subject.source))];
    const bases = new Map(await Promise.all(sources.map(async (source): Promise<[Source, Base]> => [source, await this.base(actor, source, questions, scope)])));
    const worked = new Map<Subject, Worked>();
    const groups = new Map<Question, Groups>();
    for (const question of questions) {
      await letOthers();
      const { subject } = question;
      const own = worked.get(subject) ?? new Worked(subject.choose(bases.get(subject.source) as Base, scope, readsOf(questions.filter((one) => one.subject === subject), scope)), scope);
      worked.set(subject, own);
      groups.set(question, groupsOf(own, question));
    }
    const [stays, incidents] = [bases.get('stay')?.set, bases.get('incident')?.set];
    return { groups, undated: stays ? undatedStays(stays, scope) : null, undatedIncidents: incidents ? undatedOf(incidents, isVague(incidents), incidentFilter(incidents, scope)) : null };
  }

  /** The records of one table, with their ids and those of people. */
  async records(actor: Actor, question: Question, scope: Scope): Promise<Worked> {
    const { subject } = question;
    const base = await this.base(actor, subject.source, [question], scope, ['id', 'individual']);
    return new Worked(subject.choose(base, scope, new Set([...readsOf([question], scope), 'id'])), scope);
  }

  private base(actor: Actor, source: Source, questions: readonly Question[], scope: Scope, more: readonly Extra[] = []): Promise<Base> {
    const own = questions.filter(({ subject }) => subject.source === source);
    const needs = own.flatMap(({ subject, dimensions, measures }) => [subject, ...dimensions, ...measures].flatMap((one) => one.needs ?? []));
    return this.read.of(actor, source, new Set([...needs, ...more]), scope);
  }
}

const readsOf = (questions: readonly Question[], scope: Scope): ReadonlySet<string> => new Set(questions.flatMap(({ dimensions }) => dimensions.flatMap((dimension) => dimension.reads(scope))));

const undatedStays = (set: RecordSet, scope: Scope): number => {
  const { values } = set.field('start_last');
  return undatedOf(set, (record) => values[record] === 0, stayFilter(set, scope));
};

function undatedOf(set: RecordSet, undated: (record: number) => boolean, within: (record: number) => boolean): number {
  let n = 0;
  for (let record = 0; record < set.count; record += 1) if (undated(record) && within(record)) n += 1;
  return n;
}
