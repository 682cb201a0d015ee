import { Worker } from 'node:worker_threads';
import type { ModelData } from 'highs';

/** What came of a question. */
export interface Solution {
  /** Proved to be the least there is. */
  readonly optimal: boolean;
  /** The counts give all figures that stand, if they are not the least. */
  readonly feasible: boolean;
  readonly least: number;
  /** Of each unknown. */
  readonly counts: Float64Array;
  readonly duals: Float64Array;
}

interface Question {
  /** What each unknown adds to what is to be as small as can be. */
  readonly costs: Float64Array;
  /** Nothing smaller than this is looked for; left out: the least there is. Only of whole numbers. */
  readonly target?: number;
  readonly seconds: number;
  /** Of branch and bound at most; left out: as many as there are time for. Only of whole numbers. */
  readonly nodes?: number;
}

interface Answer {
  readonly id: number;
  readonly solution?: Solution;
  readonly error?: string;
}

/** Linear programmes are solved by HiGHS on one thread of their own, for a question can take seconds in which nobody else would be served. */
class SolverThread {
  private thread: Worker | null = null;
  private asked = 0;
  private readonly waiting = new Map<number, { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void }>();

  tell(message: object): Promise<Answer> {
    const thread = (this.thread ??= this.start());
    const id = (this.asked += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      thread.ref();
      thread.postMessage({ id, ...message });
    });
  }

  /** Whoever waits for an answer is told that there will be none. */
  async end(): Promise<void> {
    await this.thread?.terminate();
  }

  private start(): Worker {
    const thread = new Worker(new URL('./solver-thread.mjs', import.meta.url));
    thread.unref();
    thread.on('message', (answer: Answer) => this.answered(answer));
    thread.on('error', () => this.gone(thread));
    thread.on('exit', () => this.gone(thread));
    return thread;
  }

  private answered(answer: Answer): void {
    const asker = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if (this.waiting.size === 0) this.thread?.unref();
    if (answer.error === undefined) asker?.resolve(answer);
    else asker?.reject(new Error(answer.error));
  }

  /** A thread that broke is followed by a new one with the next model. */
  private gone(thread: Worker): void {
    if (this.thread !== thread) return;
    this.thread = null;
    for (const { reject } of this.waiting.values()) reject(new Error('the solving thread has ended'));
    this.waiting.clear();
  }
}

const thread = new SolverThread();

/** Gives up what is being solved. A model that was open then answers nothing any more; a new one can be opened. */
export const endSolving = (): Promise<void> => thread.end();

let models = 0;

/** Whole numbers are looked for until no other answer can be much farther off: each that is found is possible, and the best takes long. */
const CLOSE_ENOUGH = 0.2;

/** Below what anything can be. */
const UNLIMITED = 1e15;
const MANY_NODES = 2 ** 31 - 1;

/** One linear programme. Rows are given up and set again between questions. */
export class SolverModel {
  private limits: (readonly [row: number, lower: number, upper: number])[] = [];

  private constructor(private readonly model: number) {}

  /** @param options of HiGHS, over the usual ones */
  static async open(data: ModelData, options: Readonly<Record<string, number>> = {}): Promise<SolverModel> {
    const model = (models += 1);
    await thread.tell({ open: { model, data, options: { mip_rel_gap: CLOSE_ENOUGH, ...options } } });
    return new SolverModel(model);
  }

  /** Takes hold with the next question. */
  limit(row: number, lower: number, upper: number): void {
    this.limits.push([row, lower, upper]);
  }

  async solve({ costs, target = -UNLIMITED, seconds, nodes = MANY_NODES }: Question): Promise<Solution> {
    const limits = this.limits;
    this.limits = [];
    const { solution } = await thread.tell({ solve: { model: this.model, limits, costs, target, seconds, nodes } });
    if (!solution) throw new Error('a question without an answer');
    return solution;
  }

  async close(): Promise<void> {
    await thread.tell({ close: { model: this.model } });
  }
}
