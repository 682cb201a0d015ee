import type { EntityManager } from 'typeorm';
import type { Actor } from '../actor/public.js';
import { Problem } from '../errors/public.js';
import type { Clock, Instant } from '../time/public.js';
import type { OpenDatabase } from './data-source.js';
import type { Ledger, LedgerEntry, LedgerNote } from './ledger.js';
import { SharedCommit } from './shared-commit.js';
import { storageProblem } from './storage-fault.js';

/** What a story may do inside its transaction. */
export class Work {
  readonly entries: LedgerEntry[] = [];
  readonly refusals: LedgerEntry[] = [];
  readonly afterwards: (() => void | Promise<void>)[] = [];

  constructor(
    readonly actor: Actor,
    readonly manager: EntityManager,
    readonly now: Instant,
  ) {}

  /** Says for the audit log what was done; committed together with it, or not at all. */
  note(note: LedgerNote): void {
    this.entries.push({ ...note, actor: this.actor, at: this.now });
  }

  /** To be done once what was written is committed, and not at all when it is rolled back; the answer waits for it. */
  afterCommit(task: () => void | Promise<void>): void {
    this.afterwards.push(task);
  }

  /** Says that something was refused. The story ends here and is rolled back; the refusal is logged all the same. */
  refuse(note: LedgerNote, error: Error): never {
    this.refusals.push({ ...note, allowed: false, actor: this.actor, at: this.now });
    throw error;
  }
}

export interface HowToWrite {
  /** What has to go on when the disk is full, so that somebody can come in and look: written into the room kept for it. */
  readonly evenWhenFull?: boolean;
  /** What is written before the keys go; see `last`. */
  readonly asLast?: boolean;
}

/**
 * The only way to write. Rows, versions and audit entries of one story commit together or not at all.
 * The embedded database has one connection for the whole process: two stories at once would share a transaction, and a
 * roll-back of one would take the other's acknowledged rows with it. So they queue, first come, first served.
 */
export class UnitOfWork {
  private latest: Promise<unknown> = Promise.resolve();
  private readonly shared = new SharedCommit((take) =>
    this.inTurn(() => this.inTransaction((manager) => this.ledger.append(manager, take()), { evenWhenFull: true })),
  );
  /** Of whom something was committed: an actor is of one request. */
  private readonly savedFor = new WeakSet<Actor>();
  /** No story but the last one commits any more: the keys are about to go, and what is sealed without them would be lost. */
  private ended = false;

  constructor(
    private readonly database: OpenDatabase,
    private readonly ledger: Ledger,
    readonly clock: Clock,
  ) {}

  /**
   * @throws whatever the story throws, after everything it wrote was rolled back; Problem `storage.*` (507, 503) when the
   * database cannot take it.
   */
  async run<T>(actor: Actor, story: (work: Work) => Promise<T>, how: HowToWrite = {}): Promise<T> {
    const refusals: LedgerEntry[] = [];
    try {
      return await this.inTurn(() => this.transact(actor, story, refusals, how));
    } catch (error) {
      if (refusals.length > 0) await this.log(refusals);
      throw error;
    }
  }

  /** Whether a story of this request was committed, so that nobody is told that nothing was. */
  hasSavedFor(actor: Actor): boolean {
    return this.savedFor.has(actor);
  }

  /**
   * Appends entries about reads and refusals, those of several requests in one commit. Resolves after the commit, so that
   * the answer leaves no earlier than its trace. @throws when they could not be written: the request must fail then.
   */
  log(entries: readonly LedgerEntry[]): Promise<void> {
    return this.shared.add(entries);
  }

  /** Housekeeping that says nothing about anyone, such as when a session was last used: written without an audit entry. */
  touch(task: (manager: EntityManager) => Promise<void>): Promise<void> {
    return this.inTurn(() => this.inTransaction(task, { evenWhenFull: true }));
  }

  /**
   * The last story. What waits or comes later is refused, and what is under way elsewhere is rolled back instead of committed
   * (Problem `instance.sealed`, 423).
   */
  async last(actor: Actor, story: (work: Work) => Promise<void>): Promise<void> {
    this.ended = true;
    await this.latest.catch(() => undefined);
    await this.transact(actor, story, [], { evenWhenFull: true, asLast: true });
  }

  /** Waits until all that was asked for so far is committed. */
  async settled(): Promise<void> {
    await this.shared.settled();
    await this.latest.catch(() => undefined);
  }

  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    const unlessEnded = (): Promise<T> => (this.ended ? Promise.reject(sealed()) : task());
    if (!this.database.dialect.serialWrites) return Promise.resolve().then(unlessEnded);
    const turn = this.latest.then(unlessEnded, unlessEnded);
    this.latest = turn.catch(() => undefined);
    return turn;
  }

  private async transact<T>(actor: Actor, story: (work: Work) => Promise<T>, refusals: LedgerEntry[], how: HowToWrite): Promise<T> {
    const afterwards: Work['afterwards'] = [];
    const result = await this.inTransaction(async (manager) => {
      const work = new Work(actor, manager, this.clock.now());
      const answer = await story(work).finally(() => refusals.push(...work.refusals));
      if (work.entries.length === 0) throw new Error('a unit of work ended without an audit entry');
      await this.ledger.append(manager, work.entries);
      afterwards.push(...work.afterwards);
      return answer;
    }, how);
    this.savedFor.add(actor);
    for (const task of afterwards) await task();
    return result;
  }

  /** While the reserve is given up, nothing but what it is kept for is even tried: records would use it up. */
  private async inTransaction<T>(task: (manager: EntityManager) => Promise<T>, { evenWhenFull = false, asLast = false }: HowToWrite): Promise<T> {
    const { dialect, reserve } = this.database;
    if (reserve && !evenWhenFull && !reserve.held && !reserve.take()) throw storageProblem('full');
    try {
      return await this.attempt(task, asLast);
    } catch (error) {
      const fault = dialect.faultOf(error);
      if (!fault) throw error;
      if (fault === 'full' && evenWhenFull && reserve?.giveUp()) return this.inTransaction(task, { evenWhenFull, asLast });
      throw storageProblem(fault);
    }
  }

  private async attempt<T>(task: (manager: EntityManager) => Promise<T>, asLast: boolean): Promise<T> {
    const runner = this.database.writer.createQueryRunner();
    try {
      await this.database.dialect.begin(runner);
      const result = await task(runner.manager);
      if (this.ended && !asLast) throw sealed();
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await this.database.dialect.rollBack(runner);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

const sealed = (): Problem => new Problem('instance.sealed', { status: 423 });
