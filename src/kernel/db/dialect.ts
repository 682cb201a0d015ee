import type { DataSource, QueryRunner } from 'typeorm';
import type { StorageFault } from './storage-fault.js';

export interface Rights {
  readonly superuser: boolean;
  /** Of the tables, those it may alter or drop. */
  readonly owns: readonly string[];
}

/** The few things that differ between the two databases; nobody else may name either of them. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  /** One writer at a time in this process: the driver has a single connection for all of it. */
  readonly serialWrites: boolean;
  begin(runner: QueryRunner): Promise<void>;
  /** Ends a transaction that failed, also one that the engine or a lost connection has ended already. */
  rollBack(runner: QueryRunner): Promise<void>;
  /** What is the matter with the database when it is not the statement that was wrong; null otherwise. */
  faultOf(error: unknown): StorageFault | null;
  /** Runs a task that no other process may run at the same time; the others wait. */
  alone(writer: DataSource, task: () => Promise<void>): Promise<void>;
  /** Makes the database itself refuse UPDATE and DELETE (and TRUNCATE) on a table. */
  appendOnlyGuard(table: string): readonly string[];
  /**
   * The same, but for what the law asks to be blanked: a row whose subject was erased, or in which a name was struck out.
   * Whose row it is cannot be changed, and nothing can be deleted. The table has `subject`.
   */
  appendOnlyButErased(table: string): readonly string[];
  /** Writes a table anew inside the transaction, so that nothing of its rows as they were before stays in the engine's files. `column` is one of type text. */
  writtenAnew(table: string, column: string): readonly string[];
  /** Run after a key was destroyed, outside of any transaction: what was deleted shall not stay in the engine's own files. */
  readonly afterDestroying: readonly string[];
  /** Lifts the guard against changing rows, for a step that arms it again in the same transaction. */
  guardLifted(table: string): readonly string[];
  /** Names of the guards that stand on a table now. */
  guardsOn(runner: QueryRunner, table: string): Promise<readonly string[]>;
  /** Names of tables in which the engine's full check finds a fault; a team database is looked after by its server. */
  faultsIn(database: DataSource, told: (done: number) => void): Promise<readonly string[]>;
  /** What the account at the database may do beyond reading and writing rows. */
  rightsOver(database: DataSource, tables: readonly string[]): Promise<Rights>;
  /** Names of tables with rows that point to no row; the engine of a team database never lets them be. */
  brokenReferences(database: DataSource): Promise<readonly string[]>;
  /** Appended to a SELECT that must not run beside another one in a different transaction. */
  readonly lockRow: string;
  /** Tables of the product that are there, by name. */
  tables(runner: QueryRunner): Promise<readonly string[]>;
  dropAll(runner: QueryRunner): Promise<void>;
  /** A value as the driver takes it: true, false, null, text or a number. */
  bound(value: unknown): unknown;
  /** Places for the values of several rows, as the driver counts them. */
  places(rows: number, columns: number): string;
  /** Lets rows in before those they refer to. @throws LooseReferences at the end when one names a row that is not there. */
  withoutReferences(runner: QueryRunner, task: () => Promise<void>): Promise<void>;
}

/** The condition over OLD under which a guarded row may be blanked: the same on both databases. */
export const erasedOrStruck = (table: string): string =>
  'EXISTS (SELECT 1 FROM erasure e WHERE e.subject = OLD.subject)' +
  (struckBy[table] ?? '');

/** Tables whose rows about others are emptied where the name of somebody erased stood in them. */
const struckBy: Readonly<Record<string, string>> = {
  record_version: ' OR EXISTS (SELECT 1 FROM erasure_mention m WHERE m.kind = OLD.kind AND m.record_id = OLD.record_id AND m.version = OLD.version)',
  audit_opening: ' OR EXISTS (SELECT 1 FROM audit_entry a JOIN erasure_mention m ON m.kind = a.kind AND m.record_id = a.record_id WHERE a.seq = OLD.seq)',
};
