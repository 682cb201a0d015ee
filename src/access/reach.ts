import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../kernel/actor/public.js';
import type { LedgerNote, UnitOfWork, Work } from '../kernel/db/public.js';
import { isId, rowsOf } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import type { Known, RecordKind, RecordRow, Records } from '../kernel/record/public.js';
import type { ReadingPace } from './reading-pace.js';
import type { ReachRule } from './reach-rule.js';
import { roles } from './roles.js';

/** Opening one of these tells who a person is. */
const paced: ReadonlySet<string> = new Set(['individual', 'detention', 'source']);

/** A kind of record together with the rule of who reaches it. */
export interface ReachedKind<Row extends RecordRow, Private extends object> extends RecordKind<Row, Private> {
  readonly reach: ReachRule;
}

/** The only way to read records: every query of it carries the actor's reach. */
export class Reach {
  constructor(
    private readonly records: Records,
    private readonly work: UnitOfWork,
    private readonly reader: EntityManager,
    private readonly pace: ReadingPace,
  ) {}

  /** A query over the rows the actor reaches, to be narrowed, sorted and paged. */
  list<Row extends RecordRow>(
    actor: Actor,
    kind: ReachedKind<Row, object>,
    alias: string,
    manager: EntityManager = this.reader,
  ): SelectQueryBuilder<Row> {
    const query = manager.createQueryBuilder(kind.row, alias);
    const condition = conditionOf(actor, kind, alias);
    return condition ? query.where(condition, this.params(actor)) : query;
  }

  /** The actor's reach as one condition over `alias`, to stand in a statement that counts most rows of the table; with its parameters. */
  condition(actor: Actor, kind: ReachedKind<RecordRow, object>, alias: string): { readonly sql: string; readonly params: Readonly<Record<string, unknown>> } {
    return { sql: conditionOf(actor, kind, alias, kind.reach.whole) ?? '1 = 1', params: this.params(actor) };
  }

  /**
   * The rows the actor reaches among those that fit `where`, for pages that know exactly what they want.
   * `where` names the table `r`; it may end with an ORDER BY and a LIMIT.
   */
  rows<Row extends RecordRow>(
    actor: Actor,
    kind: ReachedKind<Row, object>,
    where: string,
    params: Readonly<Record<string, unknown>>,
    manager: EntityManager = this.reader,
  ): Promise<Row[]> {
    const condition = conditionOf(actor, kind, 'r');
    return rowsOf(manager, kind.row, `WHERE ${condition ? `(${condition}) AND ` : ''}${where}`, { ...this.params(actor), ...params });
  }

  /**
   * One record, opened. The read is in the audit log before this resolves.
   * @throws Problem `not_found`, alike for absent and out of reach; the attempt is logged as refused.
   */
  async one<Row extends RecordRow, Private extends object>(
    actor: Actor,
    kind: ReachedKind<Row, Private>,
    id: string,
  ): Promise<Known<Row, Private>> {
    const known = await this.peek(actor, kind, id);
    await this.saw(actor, kind, [id]);
    return known;
  }

  /** As `one`, without logging the read: for records that are only part of a larger answer that logs itself. */
  async peek<Row extends RecordRow, Private extends object>(
    actor: Actor,
    kind: ReachedKind<Row, Private>,
    id: string,
    manager: EntityManager = this.reader,
  ): Promise<Known<Row, Private>> {
    const [row] = isId(id) ? await this.rows(actor, kind, 'r.id = :id', { id }, manager) : [];
    if (!row) return this.refuse(actor, kind, id);
    // Here and not in `one`: a history tells as much as the record itself.
    if (paced.has(kind.name) && row.recordedBy !== actor.id) await this.pace.ask(actor, id);
    const [known] = await this.records.open(manager, kind, [row]);
    return known as Known<Row, Private>;
  }

  /** One record inside a writing story: a change is always checked against the same rule as a read. */
  async within<Row extends RecordRow, Private extends object>(
    work: Work,
    kind: ReachedKind<Row, Private>,
    id: string,
  ): Promise<Known<Row, Private>> {
    const [row] = isId(id) ? await this.rows(work.actor, kind, 'r.id = :id', { id }, work.manager) : [];
    if (!row) return work.refuse(refusalOf(kind, id), Problem.notFound());
    const [known] = await this.records.open(work.manager, kind, [row]);
    return known as Known<Row, Private>;
  }

  /** Which of these ids the actor reaches, in one query: lists and pages never ask one by one. */
  async covered(actor: Actor, kind: ReachedKind<RecordRow, object>, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const asked = [...new Set(ids.filter(isId))];
    if (asked.length === 0) return new Set();
    const rows = await this.list(actor, kind, 'r').andWhere('r.id IN (:...asked)', { asked }).select('r.id', 'id').getRawMany<{ id: string }>();
    return new Set(rows.map((row) => row.id));
  }

  /**
   * One record for the sake of fields that are masked otherwise, with an entry that names them.
   * @throws Problem `not_found`, `reading.too_many`
   */
  async revealed<Row extends RecordRow, Private extends object>(actor: Actor, kind: ReachedKind<Row, Private>, id: string, fields: readonly string[]): Promise<Known<Row, Private>> {
    const known = await this.peek(actor, kind, id);
    await this.work.log([{ act: `${kind.name}.revealed`, kind: kind.name, recordId: id, fields, actor, at: this.work.clock.now() }]);
    return known;
  }

  /** Logs that these records were shown to the actor; resolves when the entry is committed. */
  saw(actor: Actor, kind: { readonly name: string }, ids: readonly string[], act: 'seen' | 'listed' | 'history_seen' | 'revealed' = 'seen'): Promise<void> {
    if (ids.length === 0) return Promise.resolve();
    const at = this.work.clock.now();
    const note = { act: `${kind.name}.${act}`, kind: kind.name, actor, at };
    if (act === 'listed') return this.work.log(inParts(ids).map((part) => ({ ...note, recordId: null, facts: { count: part.length, ids: part.join(' ') } })));
    return this.work.log(ids.map((recordId) => ({ ...note, recordId })));
  }

  private params(actor: Actor): { reachActor: string; reachTeam: string; reachNow: string } {
    return { reachActor: memberOf(actor), reachTeam: actor.teamId, reachNow: this.work.clock.now() };
  }

  private async refuse(actor: Actor, kind: { readonly name: string }, id: string): Promise<never> {
    await this.work.log([{ ...refusalOf(kind, id), allowed: false, actor, at: this.work.clock.now() }]);
    throw Problem.notFound();
  }
}

/** An entry of the log has 4 KiB at most. */
const IDS_OF_ONE_ENTRY = 90;

const inParts = (ids: readonly string[]): (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / IDS_OF_ONE_ENTRY) }, (_, n) => ids.slice(n * IDS_OF_ONE_ENTRY, (n + 1) * IDS_OF_ONE_ENTRY));

function refusalOf(kind: { readonly name: string }, id: string): LedgerNote {
  const recordId = isId(id) ? id : null; // what is not one of our ids may be anything a person typed
  return { act: `${kind.name}.refused`, kind: kind.name, recordId };
}

function conditionOf(actor: Actor, kind: ReachedKind<RecordRow, object>, alias: string, sql = kind.reach.sql): string | null {
  if (actor.role === 'system') return null;
  const rule = sql(alias);
  return roles[actor.role].ownOnly && !kind.reach.shared ? `${alias}.recorded_by = :reachActor AND ${rule}` : rule;
}

/** Under duress an account is a member of no circle, and has recorded nothing. */
const memberOf = (actor: Actor): string => (actor.lowRisk ? '' : actor.id);
