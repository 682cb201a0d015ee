import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Reach } from '../access/public.js';
import type { DocumentWords } from '../documents/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { Problem } from '../kernel/errors/public.js';
import { MakePublication, refuseState } from './make-publication.js';
import { publicationKind } from './publication.kind.js';
import type { MakingView } from './publication.view.js';
import { endSolving } from './solver.js';

/** Most publications are made by then, and their page shows at once what came of it. */
const SOON_MS = 2000;

interface Making extends MakingView {
  readonly by: string;
  readonly whole: Promise<void>;
}

/**
 * The makings under way, and what came of the last one of each publication. They take up to minutes, so nobody waits for them; a stop ends them, nothing is
 * half kept, and they are begun anew by hand.
 */
@Injectable()
export class Makings implements OnApplicationShutdown {
  private readonly log = new Logger('publications');
  private readonly all = new Map<string, Making>();
  private stopped = false;

  constructor(
    private readonly reach: Reach,
    private readonly make: MakePublication,
  ) {}

  /**
   * Begins, and resolves when it is done or a moment later: `of` tells which.
   * @throws Problem `not_found`, `publication.state` (409) once it is proposed, `publication.making` (409) while it is going on
   */
  async begin(actor: Actor, id: string, words: DocumentWords): Promise<void> {
    refuseState(await this.reach.one(actor, publicationKind, id));
    if (this.all.get(id)?.state === 'under_way') throw new Problem('publication.making', { status: 409 });
    const told = (done: number, of: number): void => {
      if (this.stopped) throw new Problem('server.failed', { status: 503 });
      this.put(id, { done, of });
    };
    const whole = Promise.resolve()
      .then(() => this.make.run(actor, id, words, told))
      .then((made) => this.put(id, { state: 'done', made }))
      .catch((error: unknown) => this.put(id, { state: 'refused', ...this.problemOf(error) }));
    this.all.set(id, { state: 'under_way', done: 0, of: 0, made: null, code: null, params: {}, by: actor.id, whole });
    await Promise.race([whole, wait(SOON_MS, undefined, { ref: false })]);
  }

  /** How far it is, to whoever reaches the publication; what came of it, to who had it made: others may see others. null: nothing since the start of the server. */
  of(actor: Actor, id: string): MakingView | null {
    const making = this.all.get(id);
    if (!making) return null;
    const { state, done, of, made, code, params, by } = making;
    return state !== 'under_way' && by !== actor.id ? null : { state, done, of, made, code, params };
  }

  /** Resolves when nothing is under way. */
  async settled(): Promise<void> {
    await Promise.all([...this.all.values()].map(({ whole }) => whole));
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await endSolving(); // whoever locks the server does not wait for a question of seconds
    await this.settled();
  }

  private put(id: string, change: Partial<MakingView>): void {
    const making = this.all.get(id);
    if (making) this.all.set(id, { ...making, ...change });
  }

  private problemOf(error: unknown): Pick<MakingView, 'code' | 'params'> {
    if (error instanceof Problem) return { code: error.code, params: { ...error.detail.params } };
    if (!this.stopped) this.log.error(error instanceof Error ? error.name : 'failed'); // a driver's own words may quote values
    return { code: 'server.failed', params: {} };
  }
}
