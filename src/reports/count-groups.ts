import type { Dimension } from './dimension.js';
import type { Measure } from './measure.js';
import type { Scope } from './scope.js';
import type { Group, Reaching, Subject } from './subject.js';

export interface Question {
  readonly subject: Subject;
  readonly dimensions: readonly Dimension[];
  readonly measures: readonly Measure[];
}

/** The one statement that counts a table: like records in groups, for their dimensions are worked out of the keys afterwards. */
export function countingSql({ subject, dimensions, measures }: Question, reach: Reaching, scope: Scope, pulse: string): string {
  const keys = keysOf(subject, dimensions, scope);
  const named = [
    ...keys.map((key, n) => `${key} AS k${n}`),
    `CASE WHEN ${subject.sure(scope)} THEN 1 ELSE 0 END AS w`,
    'COUNT(*) AS n',
    ...measures.flatMap(({ least, most, when = '1 = 1', of }, n) => [
      `SUM(CASE WHEN ${when} THEN ${least} ELSE 0 END) AS l${n}`,
      `SUM(CASE WHEN ${when} THEN ${most} ELSE 0 END) AS m${n}`,
      `SUM(CASE WHEN ${when} AND (${most}) IS NULL THEN 1 ELSE 0 END) AS o${n}`,
      ...(of ? [`SUM(CASE WHEN ${of} THEN 1 ELSE 0 END) AS c${n}`] : []),
    ]),
  ];
  const where = [pulse, ...subject.where(reach, scope).map((condition) => `(${condition})`)].join(' AND ');
  const by = Array.from({ length: keys.length + 1 }, (_, n) => n + 1).join(', ');
  return `SELECT ${named.join(', ')} FROM ${subject.from(reach, scope, named)} WHERE ${where} GROUP BY ${by}`;
}

export const keysOf = (subject: Subject, dimensions: readonly Dimension[], scope: Scope): string[] => [
  ...(subject.always ?? []),
  ...dimensions.flatMap((dimension) => dimension.keys(scope)),
];

/** A row of the answer; one of the databases sends sums as texts. */
export type RawGroup = Readonly<Record<string, string | number | null>>;

/** The answer as groups, each with the keys of every dimension apart. */
export function groupsOf(raws: readonly RawGroup[], { subject, dimensions, measures }: Question, scope: Scope): Group[] {
  const always = subject.always?.length ?? 0;
  const lengths = dimensions.map((dimension) => dimension.keys(scope).length);
  const key = (raw: RawGroup, n: number): string => String(raw[`k${n}`] ?? '');
  const groups = raws.map((raw): Group => {
    let at = always;
    const records = Number(raw.n);
    return {
      keys: Array.from({ length: always }, (_, n) => key(raw, n)),
      of: lengths.map((length) => Array.from({ length }, () => key(raw, at++))),
      raw: Array.from({ length: at }, (_, n) => key(raw, n)),
      ...{ sure: Number(raw.w) === 1, records },
      figures: measures.map(({ of }, n) => ({
        ...{ least: Number(raw[`l${n}`] ?? 0), most: Number(raw[`o${n}`]) > 0 ? null : Number(raw[`m${n}`] ?? 0) },
        known: of ? Number(raw[`c${n}`]) : records,
      })),
    };
  });
  return subject.explode ? groups.flatMap((group) => subject.explode?.(group, scope) ?? []) : groups;
}
