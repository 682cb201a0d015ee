export interface TestPostgres {
  /** An address whose role may create databases. */
  readonly url: string;
  /** Where it came from, for people. */
  readonly from: string;
  stop(): Promise<void>;
}

export function openPostgres(): Promise<TestPostgres>;
export function startPostgres(): Promise<TestPostgres>;
