import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { putRows, rowsOf, run, UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { addMinutes } from '../kernel/time/public.js';
import { SignInStep, type StepPurpose } from './sign-in-step.entity.js';

const MINUTES = 5;
const TRIES = 5;

const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Half-done sign-ins. What is out of date is swept away by the next one. */
@Injectable()
export class SignInSteps {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: EntityManager,
  ) {}

  /** Answers the secret for the browser's cookie. */
  async begin(step: { staffId: string | null; purpose: StepPurpose; challenge: string | null; lowRisk?: boolean }): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.work.clock.now();
    await this.work.touch(async (manager) => {
      await run(manager, 'DELETE FROM sign_in_step WHERE expires_at < :now', { now });
      await putRows(manager, SignInStep, [
        { digest: digestOf(token), ...step, lowRisk: step.lowRisk ?? false, tries: 0, expiresAt: addMinutes(now, MINUTES), usedAt: null },
      ]);
    });
    return token;
  }

  /** A step that still waits. @throws Problem `session.step_over` (401) */
  async waiting(token: string | null, purpose: StepPurpose): Promise<SignInStep> {
    const where = 'WHERE r.digest = :digest AND r.purpose = :purpose';
    const [step] = token ? await rowsOf(this.reader, SignInStep, where, { digest: digestOf(token), purpose }) : [];
    const over = !step || step.usedAt !== null || step.expiresAt <= this.work.clock.now() || step.tries >= TRIES;
    if (over) throw new Problem('session.step_over', { status: 401 });
    return step;
  }

  /** One more try; the fifth ends the step. */
  tried(step: SignInStep): Promise<void> {
    return this.work.touch((manager) => run(manager, 'UPDATE sign_in_step SET tries = tries + 1 WHERE digest = :digest', { digest: step.digest }).then(() => undefined));
  }

  /** Ends the step; of two requests with the same one only the first gets on. @throws Problem `session.step_over` */
  async spend(manager: EntityManager, step: SignInStep): Promise<void> {
    const update = manager.createQueryBuilder().update(SignInStep).set({ usedAt: this.work.clock.now() });
    const spent = await update.where('digest = :digest AND used_at IS NULL', { digest: step.digest }).execute();
    if (spent.affected !== 1) throw new Problem('session.step_over', { status: 401 });
  }
}
