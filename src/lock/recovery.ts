import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AuditEntry } from '../audit/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { rowsOf, UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { GROUND, type Ground } from '../kernel/kernel.module.js';
import { asksPassphrase, HOLDERS, KeyRefused, makeRecoveryKey, splitSecret, type Entered } from '../kernel/keyring/public.js';
import type { Instant } from '../kernel/time/public.js';
import { keeperOnly } from '../staff/public.js';
import type { RehearsalInput } from './recovery.input.js';
import { WaysBack } from './ways-back.js';

/** When recovery was last tried out; null: never. */
export interface Tried {
  readonly rehearsedAt: Instant | null;
  readonly drilledAt: Instant | null;
}

/** A way back in that was never tried is a hope: the key is shown once, entered back, and the day stands in the log. */
@Injectable()
export class Recovery {
  private readonly ways: WaysBack;

  constructor(
    work: UnitOfWork,
    private readonly reader: EntityManager,
    @Inject(GROUND) ground: Pick<Ground, 'strongbox'>,
  ) {
    this.ways = new WaysBack(ground, work);
  }

  async tried(): Promise<Tried> {
    const [rehearsedAt, drilledAt] = await Promise.all([this.newest('recovery.rehearsed'), this.newest('restore.drilled')]);
    return { rehearsedAt, drilledAt };
  }

  /** A fresh recovery key, shown this once. */
  async make(actor: Actor): Promise<string> {
    keeperOnly(actor);
    return actor.lowRisk ? makeRecoveryKey() : this.ways.makeKey(actor); // looks the same and opens nothing
  }

  /** Three fresh shares, shown this once: one for each person. Any two open, one alone tells nothing. */
  async makeShares(actor: Actor): Promise<string[]> {
    keeperOnly(actor);
    return actor.lowRisk ? splitSecret(randomBytes(32), Array<null>(HOLDERS).fill(null)) : this.ways.makeShares(actor);
  }

  /** @throws Problem `unlock.recovery.wrong` and its like (422); nothing is noted then */
  async rehearse(actor: Actor, input: RehearsalInput): Promise<void> {
    keeperOnly(actor);
    if (actor.lowRisk) refused(new KeyRefused('recovery.wrong'));
    await this.ways.rehearse(actor, entered(input)).catch(refused);
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
