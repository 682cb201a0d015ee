import { setImmediate as breath } from 'node:timers/promises';
import type { Question } from './count-groups.js';
import type { Dimension } from './dimension.js';
import type { Scope } from './scope.js';
import type { Group, Reaching, Subject } from './subject.js';

/**
 * Several tables of one subject out of one reading. The database says of every record what any of the tables asks; like records are put into groups here,
 * once a table. The groups are those `countingSql` would give, one statement a table.
 */
export interface Shape {
  readonly subject: Subject;
  /** Keys that are only ever asked for together: those of the subject, then those of each dimension. */
  readonly parts: readonly { readonly of: Dimension | null; readonly keys: readonly string[] }[];
  /** Figures of a record, each text of SQL once. */
  readonly numbers: readonly string[];
  /** What holds of a record or does not; the first: it surely lies in the scope. */
  readonly conditions: readonly string[];
}

export function shapeOf(questions: readonly Question[], scope: Scope): Shape {
  const [{ subject }] = questions as readonly [Question];
  const dimensions = [...new Set(questions.flatMap((question) => question.dimensions))];
  const measures = questions.flatMap((question) => question.measures);
  return {
    subject,
    parts: [{ of: null, keys: subject.always ?? [] }, ...dimensions.map((of) => ({ of, keys: of.keys(scope) }))].filter(({ keys }) => keys.length > 0),
    numbers: [...new Set(measures.flatMap(({ least, most }) => [least, most]))],
    conditions: [...new Set([subject.sure(scope), ...measures.flatMap(({ when, of }) => [when ?? [], of ?? []].flat())])],
  };
}

/** Between fields and between records. Codes, days and ids hold neither; what people typed might. */
const FIELD = '\u001F';
const RECORD = '\u001E';

/** Of so many conditions one number is made. */
const BITS = 30;

export interface Scanned {
  readonly n: string | number;
  readonly rows: string | null;
}

/** One row with one text, which leaves the database faster than as many rows would. */
export function scanningSql({ subject, parts, numbers, conditions }: Shape, reach: Reaching, scope: Scope, pulse: string): string {
  const bits = Array.from({ length: Math.ceil(conditions.length / BITS) }, (_, n) => conditions.slice(n * BITS, (n + 1) * BITS));
  const fields = [
    ...parts.flatMap(({ keys }) => keys.map((key) => `COALESCE(${key}, '')`)),
    ...numbers.map((number) => `COALESCE(CAST(${number} AS varchar(24)), '')`),
    ...bits.map((some) => some.map((condition, n) => `CASE WHEN ${condition} THEN ${2 ** n} ELSE 0 END`).join(' + ')),
  ];
  const where = [pulse, ...subject.where(reach, scope).map((condition) => `(${condition})`)].join(' AND ');
  return `SELECT COUNT(*) AS n, string_agg(concat_ws('${FIELD}', ${fields.join(', ')}), '${RECORD}') AS rows FROM ${subject.from(reach, scope, fields)} WHERE ${where}`;
}

/** What was read, each part of a record as the place of its text among the different ones. */
export interface Scan {
  readonly shape: Shape;
  readonly records: number;
  /** One a part. */
  readonly columns: readonly Column[];
  /** Numbers and conditions of a record together. */
  readonly weights: Column;
}

interface Column {
  readonly width: number;
  readonly codes: Int32Array;
  readonly texts: string[];
  readonly known: Map<string, number>;
}

/** Records taken apart before others are served. */
const STEP = 10_000;

/** null: a text that somebody typed holds what stands between fields, so that they cannot be told apart. */
export async function scanOf(read: Scanned | undefined, shape: Shape): Promise<Scan | null> {
  const [records, text] = [Number(read?.n ?? 0), read?.rows ?? ''];
  const column = (width: number): Column => ({ width, codes: new Int32Array(records), texts: [], known: new Map() });
  const columns = shape.parts.map(({ keys }) => column(keys.length));
  const weights = column(shape.numbers.length + Math.ceil(shape.conditions.length / BITS));
  let at = 0;
  for (let record = 0; record < records; record += 1) {
    if (record % STEP === STEP - 1) await breath();
    for (let n = 0; n < columns.length; n += 1) at = take(columns[n] as Column, record, text, at, FIELD);
    at = take(weights, record, text, at, RECORD);
  }
  const whole = at >= text.length && [...columns, weights].every(({ width, texts }) => texts.every((one) => !one.includes(RECORD) && one.split(FIELD).length === width));
  return whole ? { shape, records, columns, weights } : null;
}

/** Takes the part that begins at `at`. @returns where the next one begins */
function take({ width, codes, texts, known }: Column, record: number, text: string, at: number, until: string): number {
  const end = endOf(text, at, until, until === FIELD ? width : 1);
  const own = text.slice(at, end);
  let code = known.get(own);
  if (code === undefined) known.set(own, (code = texts.push(own) - 1));
  codes[record] = code;
  return end + 1;
}

/** Where the `count`th separator from `at` on stands. */
function endOf(text: string, at: number, separator: string, count: number): number {
  let end = at - 1;
  for (let n = 0; n < count; n += 1) {
    end = text.indexOf(separator, end + 1);
    if (end < 0) return text.length;
  }
  return end;
}

/** The groups of one table; null when its texts have more combinations than whole numbers tell apart. */
export function groupedBy({ shape, records, columns, weights: column }: Scan, question: Question, scope: Scope): Group[] | null {
  const { subject, dimensions, measures } = question;
  const weights = weightsOf(column.texts, shape, question, scope);
  const places = [null, ...dimensions].map((of) => shape.parts.findIndex((part) => part.of === of)).filter((place) => place >= 0);
  const own = places.map((place) => columns[place] as Column);
  // Twice, because whether a group is sure is told by its last bit.
  if (own.reduce((all, { texts }) => all * texts.length, 2 * weights.length) > Number.MAX_SAFE_INTEGER) return null;
  const counts = new Map<number, number>();
  for (let record = 0; record < records; record += 1) {
    let key = 0;
    for (const { codes, texts } of own) key = key * texts.length + (codes[record] as number);
    key = key * weights.length + (column.codes[record] as number);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const groups = new Map<number, Sum>();
  for (const [key, count] of counts) {
    const { sure, figures } = weights[key % weights.length] as Weight;
    const keys = Math.floor(key / weights.length);
    const sum = groups.get(keys * 2 + sure) ?? { records: 0, figures: measures.map(() => ({ least: 0, most: 0, known: 0 })) };
    groups.set(keys * 2 + sure, sum);
    add(sum, figures, count);
  }
  const all = [...groups].map(([key, sum]): Group => {
    const texts: string[][] = [];
    let left = Math.floor(key / 2);
    for (const column of own.toReversed()) {
      texts.unshift((column.texts[left % column.texts.length] as string).split(FIELD));
      left = Math.floor(left / column.texts.length);
    }
    const always = subject.always ? (texts.shift() as string[]) : [];
    const of = dimensions.map((dimension) => (dimension.keys(scope).length > 0 ? (texts.shift() as string[]) : []));
    return { keys: always, of, raw: [always, ...of].flat(), sure: key % 2 === 1, ...sum };
  });
  return subject.explode ? all.flatMap((group) => subject.explode?.(group, scope) ?? []) : all;
}

interface Sum {
  records: number;
  readonly figures: { least: number; most: number | null; known: number }[];
}

function add(sum: Sum, figures: Weight['figures'], count: number): void {
  sum.records += count;
  for (const [n, { least, most, known }] of figures.entries()) {
    const own = sum.figures[n] as Sum['figures'][number];
    own.least += least * count;
    own.most = own.most === null || most === null ? null : own.most + most * count;
    own.known += known * count;
  }
}

/** What one record adds. */
interface Weight {
  readonly sure: 0 | 1;
  readonly figures: readonly { readonly least: number; readonly most: number | null; readonly known: 0 | 1 }[];
}

function weightsOf(texts: readonly string[], { numbers, conditions }: Shape, { subject, measures }: Question, scope: Scope): Weight[] {
  const bit = (condition: string): number => conditions.indexOf(condition);
  const sure = bit(subject.sure(scope));
  const asked = measures.map(({ least, most, when, of }) => ({ least: numbers.indexOf(least), most: numbers.indexOf(most), when: when ? bit(when) : null, of: of ? bit(of) : null }));
  return texts.map((text): Weight => {
    const fields = text.split(FIELD);
    const bits = fields.slice(numbers.length).map(Number);
    const holds = (place: number | null): boolean => place === null || (((bits[Math.floor(place / BITS)] ?? 0) >> (place % BITS)) & 1) === 1;
    const figures = asked.map(({ least, most, when, of }) => {
      const [lowest, highest] = [fields[least] ?? '', fields[most] ?? ''];
      const counts = holds(when);
      return { least: counts ? Number(lowest) : 0, most: !counts ? 0 : highest === '' ? null : Number(highest), known: holds(of) ? (1 as const) : (0 as const) };
    });
    return { sure: holds(sure) ? 1 : 0, figures };
  });
}
