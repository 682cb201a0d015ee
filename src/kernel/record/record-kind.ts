import type { BoundsColumns, SaidBounds } from '../db/public.js';
import type { Instant } from '../time/public.js';
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
  /** Kept readable in the database because lists filter and reports group by them. Derived columns belong to no version. */
  readonly plain: { readonly [F in PlainOf<Row>]: FieldClass | 'derived' };
  /** Sealed under the subject's key. */
  readonly sealed: { readonly [F in keyof Private]-?: FieldClass };
  /** Fields shown only when somebody asks for them, which leaves a trace: what reaches a person or a source. */
  readonly masked?: readonly string[];
  /** Never set: carries the type of the private part. */
  readonly holds?: Private;
}

/** Moments have their words again, which are sealed with the private part. */
type Said<Row> = { [F in keyof Row]: Row[F] extends BoundsColumns ? SaidBounds : Row[F] };

/** A record as the program sees it, its private part opened. */
export type Known<Row extends RecordRow, Private extends object> = Omit<RecordRow, 'sealed'> & Omit<Said<Row>, RowBase> & Private & { readonly erased?: ErasedMark };

/** Says of a record that its private part was destroyed; the fields of that part are null then. */
export interface ErasedMark {
  readonly at: Instant;
  /** Code of vocabularies/erasure-grounds. */
  readonly ground: string;
}

/** What a caller gives to make a record; `subject` defaults to the record itself. */
export type NewRecord<Row extends RecordRow, Private extends object> = Pick<Said<Row>, PlainOf<Row> & keyof Row> &
  Private & { id?: string; subject?: string };

export type Changes<Row extends RecordRow, Private extends object> = Partial<Pick<Said<Row>, PlainOf<Row> & keyof Row> & Private>;

/** Why a version was made: the recorder's words and the source that gave cause. */
export interface Because {
  readonly because?: string | null;
  readonly sourceId?: string | null;
}

/** The fields people say something in, plain and sealed. */
export const fieldsOf = (kind: RecordKind): Readonly<Record<string, FieldClass>> => ({ ...saidPlain(kind), ...kind.sealed });

/** The readable fields a version keeps: all but the derived ones. */
export const saidPlain = (kind: RecordKind): Record<string, FieldClass> =>
  Object.fromEntries(Object.entries(kind.plain as Record<string, FieldClass | 'derived'>).filter(([, to]) => to !== 'derived')) as Record<
    string,
    FieldClass
  >;
