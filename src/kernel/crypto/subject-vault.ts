import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { rowsOf } from '../db/public.js';
import type { Instant } from '../time/public.js';
import type { Keys } from './keys.js';
import { seal, unseal } from './seal.js';
import { SubjectKey } from './subject-key.entity.js';

/** How many opened subject keys stay in memory: about 1 MB, so that a list page does not unwrap the same keys again. */
const REMEMBERED = 10_000;

/** Seals and opens what belongs to a person, each under a key of that subject's own. */
export class SubjectVault {
  private readonly opened = new Map<string, Buffer>();

  constructor(private readonly keys: Keys) {}

  /** The subject's key, made on first use in the caller's transaction. */
  async keyFor(manager: EntityManager, subject: string, now: Instant): Promise<Buffer> {
    const known = await this.keysOf(manager, [subject]);
    const key = known.get(subject);
    if (key) return key;
    const fresh = randomBytes(32);
    const wrapped = seal(this.keys.wrap, fresh.toString('base64'), subject);
    await manager.insert(SubjectKey, { subject, wrapped, createdAt: now });
    // Not remembered yet: the transaction may still be rolled back, and a key that was never stored must not be used again.
    return fresh;
  }

  /** The keys of several subjects in one query; a subject without one (erased) is absent from the answer. */
  async keysOf(manager: EntityManager, subjects: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    const found = new Map<string, Buffer>();
    const missing = new Set<string>();
    for (const subject of subjects) {
      const key = this.opened.get(subject);
      if (key) found.set(subject, key);
      else missing.add(subject);
    }
    if (missing.size > 0) {
      for (const row of await rowsOf(manager, SubjectKey, 'WHERE r.subject IN (:...missing)', { missing: [...missing] })) {
        const key = Buffer.from(unseal(this.keys.wrap, row.wrapped, row.subject), 'base64');
        this.remember(row.subject, key, manager);
        found.set(row.subject, key);
      }
    }
    return found;
  }

  /** A keyed token of a sealed text, see Keys.token. */
  token(purpose: string, text: string): string {
    return this.keys.token(purpose, text);
  }

  /** To be called when a subject's key is destroyed. */
  forget(subject: string): void {
    this.opened.delete(subject);
  }

  /** Overwrites every key in memory; to be called when the keys they are wrapped with go. */
  forgetAll(): void {
    for (const key of this.opened.values()) key.fill(0);
    this.opened.clear();
  }

  private remember(subject: string, key: Buffer, manager: EntityManager): void {
    if (manager.queryRunner?.isTransactionActive) return; // may be a key of this very transaction, see keyFor
    if (this.opened.size >= REMEMBERED) this.opened.delete(this.opened.keys().next().value ?? '');
    this.opened.set(subject, key);
  }
}
