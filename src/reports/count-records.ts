import { setImmediate as breath } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { notRestrictedAtOnce, Reach } from '../access/public.js';
import { caseKind } from '../cases/public.js';
import { standingOf, type ConsentScope } from '../consents/public.js';
import { detentionKind } from '../detentions/public.js';
import { followUpKind } from '../follow-ups/public.js';
import { incidentKind } from '../incidents/public.js';
import { individualKind } from '../individuals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { Aside } from '../kernel/db/public.js';
import { countingSql, groupsOf, keysOf, type Question, type RawGroup } from './count-groups.js';
import { TOO_VAGUE } from './incident-figures.js';
import { groupedBy, scanOf, scanningSql, shapeOf, type Scanned } from './scan.js';
import type { Scope } from './scope.js';
import { stayScope } from './stays.js';
import type { Group, Reaching } from './subject.js';
import { subjects } from './subjects.js';
import { LISTED, type Listing } from './esf-listings.js';

/** Groups of a cell that are looked up again; beyond them a list of records would help nobody. */
const MOST_GROUPS = 1500;

/** The only place where figures are read: every statement carries the actor's reach over every table it names. */
@Injectable()
export class CountRecords {
  constructor(
    private readonly reach: Reach,
    private readonly aside: Aside,
  ) {}

  async groups(actor: Actor, question: Question, scope: Scope): Promise<Group[]> {
    const { reaching, params } = this.reaching(actor, scope);
    return groupsOf(await this.aside.ask<RawGroup>(countingSql(question, reaching, scope, this.aside.pulse), params), question, scope);
  }

  /** The same for all tables of a report: each subject that has several is read once for all of them. */
  async tables(actor: Actor, questions: readonly Question[], scope: Scope): Promise<ReadonlyMap<Question, Group[]>> {
    const bySubject = [...new Set(questions.map(({ subject }) => subject))].map((subject) => questions.filter((one) => one.subject === subject));
    const answered = await Promise.all(bySubject.map((own) => this.ofSubject(actor, own, scope)));
    return new Map(answered.flat());
  }

  private async ofSubject(actor: Actor, questions: readonly Question[], scope: Scope): Promise<[Question, Group[]][]> {
    const { reaching, params } = this.reaching(actor, scope);
    const shape = shapeOf(questions, scope);
    const scan = questions.length > 1 ? await scanOf((await this.aside.ask<Scanned>(scanningSql(shape, reaching, scope, this.aside.pulse), params))[0], shape) : null;
    const groups: [Question, Group[]][] = [];
    for (const question of questions) {
      await breath(); // taking apart what was read is work of this thread: others are served between two tables
      groups.push([question, (scan && groupedBy(scan, question, scope)) ?? (await this.groups(actor, question, scope))]);
    }
    return groups;
  }

  /** Detentions of which no beginning is known, otherwise in the scope. */
  async undated(actor: Actor, scope: Scope): Promise<number> {
    const { reaching, params } = this.reaching(actor, scope);
    const where = [`f.start_last = ''`, ...stayScope(reaching, { ...scope, from: null, to: null })].map((one) => `(${one})`).join(' AND ');
    const [row] = await this.aside.ask<{ n: string | number }>(`SELECT COUNT(*) AS n FROM ${reaching.detentions} JOIN detention_fact f ON f.detention_id = d.id WHERE ${where}`, params);
    return Number(row?.n ?? 0);
  }

  /** Incidents of which it is not known when they happened, or only within more than a year, otherwise in the scope. */
  async undatedIncidents(actor: Actor, scope: Scope): Promise<number> {
    const { reaching, params } = this.reaching(actor, scope);
    const where = [TOO_VAGUE, ...subjects.incident.where(reaching, { ...scope, from: null, to: null })].map((one) => `(${one})`).join(' AND ');
    const [row] = await this.aside.ask<{ n: string | number }>(`SELECT COUNT(*) AS n FROM incident n WHERE ${where}`, params);
    return Number(row?.n ?? 0);
  }

  /** Ids of the records in these groups, newest id first. */
  async ids(actor: Actor, { subject, dimensions }: Question, groups: readonly Group[], scope: Scope, most: number): Promise<string[]> {
    const { reaching, params } = this.reaching(actor, scope);
    const keys = keysOf(subject, dimensions, scope);
    const tuples = [...new Map(groups.map(({ raw }) => [JSON.stringify(raw), raw])).values()].slice(0, MOST_GROUPS);
    if (tuples.length === 0) return [];
    const where = subject.where(reaching, scope).map((one) => `(${one})`);
    const values = Object.fromEntries(tuples.flatMap((raw, n) => raw.map((key, k) => [`g${n}_${k}`, key])));
    if (keys.length > 0) {
      const rows = tuples.map((raw, n) => `(${raw.map((_, k) => `:g${n}_${k}`).join(', ')})`).join(', ');
      where.push(keys.length === 1 ? `${keys[0]} IN (${tuples.map((_, n) => `:g${n}_0`).join(', ')})` : `(${keys.join(', ')}) IN (VALUES ${rows})`);
    }
    const { column } = subject.record;
    const sql = `SELECT DISTINCT ${column} AS id FROM ${subject.from(reaching, scope)} WHERE ${where.join(' AND ') || '1 = 1'} ORDER BY 1 DESC LIMIT ${most}`;
    return (await this.aside.ask<{ id: string }>(sql, { ...params, ...values })).map(({ id }) => id);
  }

  /**
   * A statement that lists the records of a scope in the order of their ids, those after `:after`, each with whether its person agreed to
   * the use; null: one that needs no consent.
   */
  listing(actor: Actor, scope: Scope, { subject, columns, page, person, sealable, ...more }: Listing, use: ConsentScope | null): { sql: string; params: Record<string, unknown> } {
    const { reaching, params } = this.reaching(actor, scope);
    const { from, where } = subjects[subject];
    const joins = 'joins' in more ? ` ${more.joins}` : '';
    const conditions = [`${page} > :after`, ...where(reaching, scope), ...(subject === 'incident' ? daysOfIncidents(scope) : []), ...sealable.map(([kind, column]) => notSealed(kind, column))].map((one) => `(${one})`).join(' AND ');
    const allowed = use === null || person === null ? '1' : `CASE WHEN ${person} IS NULL OR ${standingOf(person)} THEN 1 ELSE 0 END`;
    const asked = { ...params, consentScope: use, consentAt: scope.now };
    return { sql: `SELECT ${columns}, ${person ?? 'NULL'} AS person, ${allowed} AS allowed FROM ${from(reaching, scope)}${joins} WHERE ${conditions} ORDER BY ${page} LIMIT ${LISTED}`, params: asked };
  }

  /** The conditions of the actor's reach and the parameters they need, for statements that other modules put together. */
  reaching(actor: Actor, scope: Scope): { reaching: Reaching; params: Record<string, unknown> } {
    const of = (kind: Parameters<Reach['condition']>[1]) => (alias: string): string => this.reach.condition(actor, kind, alias).sql;
    const wide = { detentions: `detention d${this.aside.by('ix_detention_figures')}`, events: `detention_event e${this.aside.by('ix_detention_event_figures')}`, individuals: `individual i${this.aside.by('ix_individual_figures')}` };
    const reaching: Reaching = { ...wide, detention: (alias) => `(${of(detentionKind)(alias)}) AND ${notRestrictedAtOnce(`${alias}.individual_id`)}`, incident: of(incidentKind), individual: of(individualKind), task: of(followUpKind), case: of(caseKind) };
    return { reaching, params: { ...this.reach.condition(actor, detentionKind, 'd').params, ...scope } };
  }
}

/** By the days of Greenwich, wide enough for every zone: a list that leaves the house rather holds a day too much than too little. */
const daysOfIncidents = ({ from, to }: Scope): string[] => [
  ...(from ? [`n.start_latest IS NOT NULL AND SUBSTR(n.start_latest, 1, 10) >= :from`] : []),
  ...(to ? [`n.start_earliest IS NOT NULL AND SUBSTR(n.start_earliest, 1, 10) <= :to`] : []),
];

/** Nothing that lies in a circle under seal is put into a file, not even by a member of it. */
const notSealed = (kind: string, column: string): string =>
  `NOT EXISTS (SELECT 1 FROM circle_record zr JOIN circle z ON z.id = zr.circle_id WHERE zr.kind = '${kind}' AND zr.record_id = ${column} AND z.closed_to_all_since IS NOT NULL)`;
