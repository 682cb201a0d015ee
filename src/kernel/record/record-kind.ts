import type { RecordRow, RowBase } from './record-row.js';

/**
 * What a field tells, and so who may read it:
 * open (codes, times, places, numbers), identity (names, birth, documents), contact (telephones, relatives),
 * health, source (who said it), narrative (what happened in words).
 */
export type FieldClass = 'open' | 'identity' | 'contact' | 'health' | 'source' | 'narrative';

export const fieldClasses: readonly FieldClass[] = ['open', 'identity', 'contact', 'health', 'source', 'narrative'];

type PlainOf<Row> = Exclude<keyof Row, RowBase | symbol>;

/** One kind of record: every field is named here with its class, or it does not compile. */
export interface RecordKind<Row extends RecordRow = RecordRow, Private extends object = object> {
  /** As in the audit log, circles and addresses: `individual`, `custody-period`. */
  readonly name: string;
  readonly row: new () => Row;
  /** Kept readable in the database because lists filter and reports group by them. */
  readonly plain: { readonly [F in PlainOf<Row>]: FieldClass };
  /** Sealed under the subject's key. */
  readonly sealed: { readonly [F in keyof Private]-?: FieldClass };
}

/** A record as the program sees it, its private part opened. */
export type Known<Row extends RecordRow, Private extends object> = Omit<Row, 'sealed'> & Private;

/** What a caller gives to make a record; `subject` defaults to the record itself. */
export type NewRecord<Row extends RecordRow, Private extends object> = Pick<Row, PlainOf<Row> & keyof Row> &
  Private & { id?: string; subject?: string };

export type Changes<Row extends RecordRow, Private extends object> = Partial<Pick<Row, PlainOf<Row> & keyof Row> & Private>;

/** Why a version was made: the recorder's words and the source that gave cause. */
export interface Because {
  readonly because?: string | null;
  readonly sourceId?: string | null;
}

export const fieldsOf = (kind: RecordKind): Readonly<Record<string, FieldClass>> => ({ ...kind.plain, ...kind.sealed });
