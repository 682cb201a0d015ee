import type { Problem } from '../errors/public.js';

/** RFC 9457, plus a stable `code`. The title is filled in by the door that knows the reader's language. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly fields?: readonly { field: string; code: string }[];
  readonly [extra: string]: unknown;
}

export const problemBody = (problem: Problem, title: string): ProblemBody => ({
  type: `urn:habeas:problem:${problem.code}`,
  title,
  status: problem.status,
  code: problem.code,
  ...(problem.detail.fields ? { fields: problem.detail.fields } : {}),
  ...problem.detail.extra,
});
