import type { RequestListener } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { buildApp } from '../app.js';
import { Checkpoints } from '../audit/public.js';
import { systemActor } from '../kernel/actor/public.js';
import { FileVault, SubjectVault } from '../kernel/crypto/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import type { LockOrder, LocksServer, Opened } from '../kernel/gate/public.js';
import { LastWords, TellOfOpening, type Opening } from '../lock/public.js';
import { BackupSchedule } from '../safekeeping/public.js';
import { WatchShares } from '../shares/public.js';
import type { OpenInstance } from './open-instance.js';

/** How long each step of locking may take before the next one comes all the same: the keys have to go. */
const PATIENCE_MS = 3000;

/** The opened instance and the application on it: what stands behind the gate while it is open. */
export class Inside {
  private constructor(
    readonly app: NestExpressApplication,
    readonly instance: OpenInstance,
    readonly opened: Opened,
  ) {}

  /** @throws whatever building throws; the instance is closed then. */
  static async build(instance: OpenInstance, gate: LocksServer, opening: Opening): Promise<Inside> {
    try {
      const app = await buildApp({ ...instance.ground, gate });
      await app.get(FileVault).sweep();
      app.get(BackupSchedule).start();
      app.get(WatchShares).start();
      return new Inside(app, instance, await app.get(TellOfOpening).run(opening));
    } catch (error) {
      await instance.close();
      throw error;
    }
  }

  get listener(): RequestListener {
    return this.app.getHttpAdapter().getInstance() as RequestListener;
  }

  /** The ordinary end: what was begun is finished first. */
  async stop(): Promise<void> {
    await this.app.get(UnitOfWork).run(systemActor('gate'), (work) => Promise.resolve(work.note({ act: 'instance.stopped', kind: 'instance', recordId: null })));
    await this.app.close();
    await this.app.get(UnitOfWork).settled();
    await this.instance.close();
  }

  /** Gives up what is being counted, writes who locked and signs the log, then overwrites every key in memory, then lets go of application and database. Never throws: the keys go whatever happens. */
  async lock(order: LockOrder): Promise<void> {
    const unread = this.instance.ground.database.aside.end();
    await soon(this.app.get(LastWords).say(order));
    // Not the application's own: nothing is committed through its unit of work any more.
    await soon(Checkpoints.on(this.instance.ground).make('lock'));
    this.app.get(SubjectVault).forgetAll();
    this.instance.ground.keys.forget();
    this.instance.ground.strongbox.forget();
    await soon(unread);
    await soon(this.app.close());
    await soon(this.instance.close());
  }
}

async function soon(step: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)));
  await Promise.race([step.catch(() => undefined), enough]);
  clearTimeout(timer);
}
