/** A field of the input and the code of what is wrong with it. */
export interface FieldFault {
  readonly field: string;
  readonly code: string;
}

export interface ProblemDetail {
  readonly status: number;
  /** Numbers and codes for the sentence; never names or case facts, which would end up in logs. */
  readonly params?: Readonly<Record<string, string | number>>;
  readonly fields?: readonly FieldFault[];
  /** Extra members of the answer, such as both versions of a record saved twice. Already cut to the reader's reach. */
  readonly extra?: Readonly<Record<string, unknown>>;
  /** Response headers that belong to the refusal, such as Retry-After. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal with a code; its words are in words/<language>/problems.json, its form is RFC 9457. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly detail: ProblemDetail,
  ) {
    super(code);
  }

  get status(): number {
    return this.detail.status;
  }

  /** Absent and out of reach are one answer on purpose: the difference would tell that the record exists. */
  static notFound(): Problem {
    return new Problem('not_found', { status: 404 });
  }

  static invalid(fields: readonly FieldFault[]): Problem {
    return new Problem('input.invalid', { status: 400, fields });
  }
}
