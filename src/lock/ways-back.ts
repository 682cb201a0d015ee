import { randomBytes } from 'node:crypto';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import type { Ground } from '../kernel/kernel.module.js';
import { HOLDERS, makeRecoveryKey, secretOfRecoveryKey, splitSecret, type Entered, type SlotKind, type SlotSecret } from '../kernel/keyring/public.js';

/**
 * The ways back in that are kept on paper: made, and tried until they were right once. The page, the first start at a
 * terminal and the command line all do it here, so that each is in the log and none is believed before it was entered back.
 */
export class WaysBack {
  constructor(
    private readonly ground: Pick<Ground, 'strongbox'>,
    private readonly work: UnitOfWork,
  ) {}

  /** On the command line, where there is no application. */
  static on(ground: Ground): WaysBack {
    return new WaysBack(ground, new UnitOfWork(ground.database, ground.ledger, ground.clock));
  }

  /** A fresh recovery key. An older one goes on opening until this one was entered back. */
  async makeKey(actor: Actor): Promise<string> {
    const key = makeRecoveryKey();
    const secret = secretOfRecoveryKey(key);
    if (!secret) throw new Error('a recovery key was made that cannot be read');
    await this.add(actor, { kind: 'recovery', secret });
    return key;
  }

  /** Three fresh shares, any two of which open. Older ones go on opening until two of these were entered back. */
  async makeShares(actor: Actor, passphrases: readonly (string | null)[] = Array<null>(HOLDERS).fill(null)): Promise<string[]> {
    const secret = randomBytes(32);
    const shares = await splitSecret(secret, passphrases);
    await this.add(actor, { kind: 'shares', secret });
    return shares;
  }

  /** Tries what was entered; when it opens, the day stands in the log. @throws KeyRefused; nothing is noted then */
  async rehearse(actor: Actor, entered: Entered): Promise<SlotKind> {
    const kind = await this.ground.strongbox.rehearse(entered);
    await this.note(actor, 'recovery.rehearsed', { kind });
    return kind;
  }

  /** One more slot, and who made it. */
  async add(actor: Actor, secret: SlotSecret): Promise<void> {
    await this.work.run(actor, (work) => {
      const slot = this.ground.strongbox.add(secret, work.now);
      work.note({ act: 'keys.slot_added', kind: 'instance', recordId: null, facts: { slot, kind: secret.kind } });
      return Promise.resolve();
    });
  }

  /** Takes a slot away. */
  async remove(actor: Actor, slot: number): Promise<'removed' | 'absent' | 'last'> {
    const kind = this.ground.strongbox.slots().find(({ id }) => id === slot)?.kind ?? '';
    const outcome = this.ground.strongbox.remove(slot);
    if (outcome === 'removed') await this.note(actor, 'keys.slot_removed', { slot, kind });
    return outcome;
  }

  private note(actor: Actor, act: string, facts: Record<string, string | number>): Promise<void> {
    return this.work.run(actor, (work) => Promise.resolve(work.note({ act, kind: 'instance', recordId: null, facts })));
  }
}
