import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AuditEntry } from '../audit/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { rowsOf, UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { GROUND, type Ground } from '../kernel/kernel.module.js';
import { asksPassphrase, KeyRefused, makeRecoveryKey, secretOfRecoveryKey, type Entered } from '../kernel/keyring/public.js';
import type { Instant } from '../kernel/time/public.js';
import { keeperOnly } from '../staff/public.js';
import type { RehearsalInput } from './recovery.input.js';

/** When recovery was last tried out; null: never. */
export interface Tried {
  readonly rehearsedAt: Instant | null;
  readonly drilledAt: Instant | null;
}

/** A way back in that was never tried is a hope: the key is shown once, entered back, and the day stands in the log. */
@Injectable()
export class Recovery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: EntityManager,
    @Inject(GROUND) private readonly ground: Pick<Ground, 'strongbox'>,
  ) {}

  async tried(): Promise<Tried> {
    const [rehearsedAt, drilledAt] = await Promise.all([this.newest('recovery.rehearsed'), this.newest('restore.drilled')]);
    return { rehearsedAt, drilledAt };
  }

  /** A fresh recovery key, shown this once. An older one goes on opening until the new one was entered back. */
  async make(actor: Actor): Promise<string> {
    keeperOnly(actor);
    const key = makeRecoveryKey();
    if (actor.lowRisk) return key; // looks the same and opens nothing
    const secret = secretOfRecoveryKey(key);
    if (!secret) throw new Error('a recovery key was made that cannot be read');
    await this.work.run(actor, (work) => {
      const slot = this.ground.strongbox.add({ kind: 'recovery', secret }, work.now);
      work.note({ act: 'keys.slot_added', kind: 'instance', recordId: null, facts: { slot, kind: 'recovery' } });
      return Promise.resolve();
    });
    return key;
  }

  /** @throws Problem `unlock.recovery.wrong` and its like (422); nothing is noted then */
  async rehearse(actor: Actor, input: RehearsalInput): Promise<void> {
    keeperOnly(actor);
    if (actor.lowRisk) refused(new KeyRefused('recovery.wrong'));
    const kind = await this.ground.strongbox.rehearse(entered(input)).catch(refused);
    await this.work.run(actor, (work) => {
      work.note({ act: 'recovery.rehearsed', kind: 'instance', recordId: null, facts: { kind } });
      return Promise.resolve();
    });
  }

  private async newest(act: string): Promise<Instant | null> {
    const [entry] = await rowsOf(this.reader, AuditEntry, 'WHERE r.act = :act ORDER BY r.seq DESC LIMIT 1', { act });
    return entry?.at ?? null;
  }
}

/** The recovery key or a share, told apart by their form. */
function entered({ text, passphrase, second, secondPassphrase }: RehearsalInput): Entered {
  if (asksPassphrase(text) === null) return { recoveryKey: text };
  return { shares: [{ text, passphrase: passphrase ?? null }, ...(second ? [{ text: second, passphrase: secondPassphrase ?? null }] : [])] };
}

function refused(error: unknown): never {
  if (!(error instanceof KeyRefused)) throw error;
  const code = `unlock.${error.code}`;
  throw new Problem(code, { status: 422, fields: [{ field: 'text', code }] });
}
