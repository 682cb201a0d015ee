import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ImportResult, Mapping } from '../../../intake/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { addHours, Clock, type Instant } from '../../../kernel/time/public.js';

/** A checked file that waits for the word to take it in. */
export interface KeptUpload {
  readonly id: string;
  readonly owner: string;
  readonly bytes: Buffer;
  readonly mapping: Mapping;
  readonly checked: ImportResult;
  readonly until: Instant;
}

/** Of all accounts together; the oldest make room. */
const MOST = 5;
const HOURS = 1;

/**
 * Keeps checked files for an hour, one an account, in memory only: names never lie on the disk in the clear, and a
 * restart forgets them.
 */
@Injectable()
export class KeptUploads {
  private readonly kept = new Map<string, KeptUpload>();

  constructor(private readonly clock: Clock) {}

  keep(actor: Actor, upload: Pick<KeptUpload, 'bytes' | 'mapping' | 'checked'>): KeptUpload {
    this.forgetOld();
    for (const one of this.kept.values()) if (one.owner === actor.id) this.kept.delete(one.id);
    while (this.kept.size >= MOST) this.kept.delete(this.kept.keys().next().value ?? '');
    const id = randomBytes(18).toString('base64url');
    const one = { ...upload, id, owner: actor.id, until: addHours(this.clock.now(), HOURS) };
    this.kept.set(id, one);
    setTimeout(() => this.kept.delete(id), HOURS * 3_600_000).unref();
    return one;
  }

  /** @throws Problem `import.upload_gone` (410), alike for run out, somebody else's and never there. */
  of(actor: Actor, id: string): KeptUpload {
    this.forgetOld();
    const one = this.kept.get(id);
    if (!one || one.owner !== actor.id) throw new Problem('import.upload_gone', { status: 410 });
    return one;
  }

  forget(id: string): void {
    this.kept.delete(id);
  }

  private forgetOld(): void {
    const now = this.clock.now();
    for (const one of this.kept.values()) if (one.until < now) this.kept.delete(one.id);
  }
}
