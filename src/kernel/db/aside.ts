import { Worker } from 'node:worker_threads';
import type { DataSource } from 'typeorm';
import { bound, type Params } from './rows.js';

/**
 * A third door, for statements that read most of the database: nobody waits for them, neither who writes nor who reads beside.
 * Each statement sees what was committed when it began. It cannot write.
 */
export abstract class Aside {
  /** Parameters are named as in `rowsOf`. @throws whatever the driver says; an error once `end` was called. */
  abstract ask<Row>(sql: string, params: Params): Promise<Row[]>;

  /** A condition that always holds, to stand in a statement that reads many rows: at each of them it can be given up. */
  abstract readonly pulse: string;

  /** Behind the name of a table: read it by this index, which holds all that is asked of it. A server works that out by itself. */
  abstract by(index: string): string;

  /** A long text of characters of one byte each, as it leaves the database fastest: as bytes, or as the text it is. */
  abstract asBytes(text: string): string;

  /**
   * Asks the same of the parts of a table, of each of which its rows are answered: a table that is read whole leaves the database fastest so. Every record is in
   * one part; each part sees what was committed when it was begun.
   * @param select the statement over the part whose condition over `alias` it is given
   */
  abstract askInParts<Row>(table: string, alias: string, select: (part: string) => string, params: Params): Promise<Row[]>;

  /** Gives up what is being read; resolves when the connection, and the key where it has one, are gone. Never throws. */
  abstract end(): Promise<void>;
}

interface Answer {
  readonly id: number;
  readonly rows?: unknown[];
  readonly error?: { readonly name: string; readonly message: string; readonly code?: string };
}

interface Waiting {
  readonly resolve: (rows: never[]) => void;
  readonly reject: (error: Error) => void;
}

/** Where the file door stands: the embedded database answers on the thread that asks, so these questions are asked on another one. */
export class ThreadAside extends Aside {
  /** A function of the thread: one that was told to end can call none, and so the statement ends with an error. */
  readonly pulse = 'going()';

  // Left to itself the engine takes the shortest key and then reads the whole row, sealed part and all.
  by = (index: string): string => ` INDEXED BY ${index}`;

  asBytes = (text: string): string => `CAST(${text} AS BLOB)`;

  private ended = false;
  private readonly threads: readonly ReadingThread[];

  constructor(file: string, keyOf: () => string) {
    super();
    this.threads = Array.from({ length: THREADS }, () => new ReadingThread(file, keyOf));
  }

  ask<Row>(sql: string, params: Params): Promise<Row[]> {
    if (this.ended) return Promise.reject(new Error('the reading thread was ended'));
    const [free, ...others] = this.threads as readonly [ReadingThread, ...ReadingThread[]];
    const least = others.reduce((one, other) => (other.busy < one.busy ? other : one), free);
    return least.ask<Row>(...bound(sql, params, false));
  }

  /** Two parts beside each other, each on a core of its own. */
  async askInParts<Row>(table: string, alias: string, select: (part: string) => string, params: Params): Promise<Row[]> {
    const [row] = await this.ask<{ last: number | null }>(`SELECT MAX(rowid) AS last FROM ${table}`, {});
    const middle = Math.floor((row?.last ?? 0) / 2);
    const parts = [`${alias}.rowid <= ${middle}`, `${alias}.rowid > ${middle}`];
    return (await Promise.all(parts.map((part) => this.ask<Row>(select(part), params)))).flat();
  }

  async end(): Promise<void> {
    this.ended = true;
    await Promise.all(this.threads.map((thread) => thread.end()));
  }
}

/** One for each half of a table; the thread that serves waits meanwhile. */
const THREADS = 2;

class ReadingThread {
  private thread: Worker | null = null;
  private asked = 0;
  private readonly waiting = new Map<number, Waiting>();

  constructor(
    private readonly file: string,
    private readonly keyOf: () => string,
  ) {}

  get busy(): number {
    return this.waiting.size;
  }

  ask<Row>(sql: string, values: readonly unknown[]): Promise<Row[]> {
    const thread = (this.thread ??= this.start());
    const id = (this.asked += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      thread.postMessage({ id, sql, values });
    });
  }

  async end(): Promise<void> {
    await this.thread?.terminate();
  }

  /** It begins with the first question. The key goes by a message of its own, not with what the thread is started with. */
  private start(): Worker {
    const thread = new Worker(new URL('./aside-thread.mjs', import.meta.url));
    thread.unref();
    thread.postMessage({ file: this.file, key: this.keyOf() });
    thread.on('message', (answer: Answer) => this.answered(answer));
    thread.on('error', () => this.gone(thread));
    thread.on('exit', () => this.gone(thread));
    return thread;
  }

  private answered({ id, rows, error }: Answer): void {
    const asker = this.waiting.get(id);
    this.waiting.delete(id);
    if (error) asker?.reject(Object.assign(new Error(error.message), error));
    else asker?.resolve((rows ?? []) as never[]);
  }

  /** A thread that broke is followed by a new one with the next question. */
  private gone(thread: Worker): void {
    if (this.thread !== thread) return;
    this.thread = null;
    for (const { reject } of this.waiting.values()) reject(new Error('the reading thread was ended'));
    this.waiting.clear();
  }
}

/** Of the server's pages, of 8 kB each as it comes. */
const PAGES = 128;
/** No table has as many. */
const LAST_PAGE = 4_294_967_294;

/** Connections of one pool that cannot write; the server does the work. */
export class PoolAside extends Aside {
  readonly pulse = 'TRUE';

  by = (): string => '';

  // Here bytes would come over as a text of their digits.
  asBytes = (text: string): string => text;

  /**
   * One statement, which goes over the pages of the table and answers every few of them: a text of many megabytes takes three times as long as the same in
   * pieces, for the server moves it again and again; and while the next is made, the last is taken in here. The number of parts stands in the statement, or the
   * planner takes it for a thousand; the last has no end, for the table may have grown.
   */
  async askInParts<Row>(table: string, alias: string, select: (part: string) => string, params: Params): Promise<Row[]> {
    const [size] = await this.ask<{ last: number }>(`SELECT (pg_relation_size('${table}') / current_setting('block_size')::int / ${PAGES})::int AS last`, {});
    const last = size?.last ?? 0;
    const page = (n: string): string => `('(' || ${n} || ',0)')::tid`;
    const end = `CASE WHEN part = ${last} THEN ${LAST_PAGE} ELSE (part + 1) * ${PAGES} END`;
    const part = `${alias}.ctid >= ${page(`part * ${PAGES}`)} AND ${alias}.ctid < ${page(end)}`;
    return this.ask<Row>(`SELECT told.* FROM generate_series(0, ${last}) part, LATERAL (${select(part)}) told`, params);
  }

  private ended = false;
  /** Processes of the server that read for us now. */
  private readonly running = new Set<number>();

  constructor(private readonly pool: DataSource) {
    super();
  }

  async ask<Row>(sql: string, params: Params): Promise<Row[]> {
    if (this.ended) throw new Error('the reading connection was ended');
    const runner = this.pool.createQueryRunner();
    const { processID } = (await runner.connect()) as { processID: number };
    this.running.add(processID);
    try {
      return (await runner.query(...bound(sql, params, true))) as Row[];
    } finally {
      this.running.delete(processID);
      await runner.release();
    }
  }

  async end(): Promise<void> {
    this.ended = true;
    await Promise.all([...this.running].map((id) => this.pool.query('SELECT pg_cancel_backend($1)', [id]).catch(() => undefined)));
  }
}
