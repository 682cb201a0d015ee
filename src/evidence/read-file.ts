import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { mayRead, Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { FileGone, FileVault, SealBroken } from '../kernel/crypto/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { evidenceKind } from './evidence.kind.js';
import type { KnownEvidence } from './evidence.view.js';
import { KeepSteps } from './keep-steps.js';

/** A file on its way out. */
export interface FileOut {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly bytes: AsyncGenerator<Buffer>;
}

/** Reads the bytes of evidence out; each time they are compared with what came in. */
@Injectable()
export class ReadFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly vault: FileVault,
    private readonly reader: EntityManager,
    private readonly steps: KeepSteps,
  ) {}

  /**
   * The step is in the chain of custody before the first byte leaves. What no longer fits its hash breaks off before its end.
   * @throws Problem `not_found`, `field.not_yours` (403), `evidence.gone` (410), `evidence.changed` (409)
   */
  async download(actor: Actor, id: string): Promise<FileOut> {
    const known = await this.reach.one(actor, evidenceKind, id);
    // A picture or a paper tells names and what happened: whoever may not read those does not get it either.
    if (!mayRead(actor, 'identity') || !mayRead(actor, 'narrative')) throw new Problem('field.not_yours', { status: 403 });
    const intact = await this.isIntact(known);
    await this.step(actor, known, 'downloaded', intact);
    if (!intact) throw new Problem('evidence.changed', { status: 409 });
    return { name: known.fileName ?? 'file', mediaType: known.mediaType, size: known.size, bytes: compared(await this.bytesOf(known), known.sha256) };
  }

  /** Reads it through without showing it. Answers whether it is what came in. */
  async verify(actor: Actor, id: string): Promise<boolean> {
    const known = await this.reach.one(actor, evidenceKind, id);
    const intact = await this.isIntact(known);
    await this.step(actor, known, 'verified', intact);
    return intact;
  }

  private step(actor: Actor, known: KnownEvidence, step: 'downloaded' | 'verified', intact: boolean): Promise<void> {
    return this.work.run(actor, (work) => this.steps.keep(work, known, step, { intact }));
  }

  private async isIntact(known: KnownEvidence): Promise<boolean> {
    try {
      for await (const chunk of compared(await this.bytesOf(known), known.sha256)) void chunk;
      return true;
    } catch (error) {
      if (error instanceof SealBroken) return false;
      throw error;
    }
  }

  private async bytesOf({ fileId }: KnownEvidence): Promise<AsyncGenerator<Buffer>> {
    try {
      return await this.vault.read(this.reader, fileId);
    } catch (error) {
      throw error instanceof FileGone ? new Problem('evidence.gone', { status: 410 }) : error;
    }
  }
}

/** The bytes, the last of them only when all together have the hash. @throws SealBroken before the end when they have another */
async function* compared(bytes: AsyncGenerator<Buffer>, sha256: string): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let held: Buffer | null = null;
  for await (const chunk of bytes) {
    if (held) yield held;
    hash.update(chunk);
    held = chunk;
  }
  if (hash.digest('hex') !== sha256) throw new SealBroken();
  if (held) yield held;
}
