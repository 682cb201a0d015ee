import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor/public.js';
import { FileVault, TooLarge, type Taken } from '../kernel/crypto/public.js';
import { Problem } from '../kernel/errors/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import type { Settings } from '../kernel/settings/public.js';
import { addMinutes, Clock, type Instant } from '../kernel/time/public.js';
import { Evidence } from './evidence.entity.js';
import { HEAD, mediaTypeOf, TAIL } from './media-type.js';

const MEGABYTE = 1024 * 1024;
/** An upload nobody has said anything about is dropped after this long. */
const KEPT_MINUTES = 30;

/** A file that was taken in and waits for somebody to say what it is. */
export interface Upload {
  readonly taken: Taken;
  readonly mediaType: string;
  readonly by: string;
  readonly until: Instant;
}

/** Takes files in, sealed as they come, within what each account may bring. They are nothing yet until `AddEvidence` says what they are. */
@Injectable()
export class TakeFile implements OnModuleDestroy {
  private readonly waiting = new Map<string, Upload>();

  constructor(
    private readonly vault: FileVault,
    private readonly reader: EntityManager,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws Problem `evidence.too_large` (413), `evidence.quota` (409), `evidence.empty` (422), `evidence.kind_not_taken` (415) */
  async run(actor: Actor, source: AsyncIterable<Buffer>): Promise<Upload> {
    await this.dropOld();
    const room = await this.roomOf(actor);
    if (room <= 0) throw new Problem('evidence.quota', { status: 409 });
    const ends = new Ends();
    const most = Math.min(this.settings.evidence.largestMb * MEGABYTE, room);
    const taken = await this.vault.take(ends.of(source), this.clock.now(), most).catch((error: unknown) => {
      if (!(error instanceof TooLarge)) throw error;
      throw room <= most ? new Problem('evidence.quota', { status: 409 }) : new Problem('evidence.too_large', { status: 413, params: { megabytes: this.settings.evidence.largestMb } });
    });
    try {
      if (taken.size === 0) throw new Problem('evidence.empty', { status: 422, fields: [{ field: 'file', code: 'evidence.empty' }] });
      const upload = { taken, mediaType: mediaTypeOf(ends.head, ends.tail), by: actor.id, until: addMinutes(this.clock.now(), KEPT_MINUTES) };
      this.waiting.set(taken.id, upload);
      return upload;
    } catch (error) {
      await this.vault.drop(taken);
      throw error;
    }
  }

  /** One's own upload. @throws Problem `evidence.upload_gone` (410) */
  of(actor: Actor, id: string): Upload {
    const upload = this.waiting.get(id);
    if (!upload || upload.by !== actor.id || upload.until <= this.clock.now()) throw new Problem('evidence.upload_gone', { status: 410 });
    return upload;
  }

  /** It has become evidence. */
  kept(id: string): void {
    this.waiting.get(id)?.taken.key.fill(0);
    this.waiting.delete(id);
  }

  async drop(id: string): Promise<void> {
    const upload = this.waiting.get(id);
    this.waiting.delete(id);
    if (upload) await this.vault.drop(upload.taken);
  }

  async onModuleDestroy(): Promise<void> {
    for (const id of [...this.waiting.keys()]) await this.drop(id);
  }

  private async roomOf(actor: Actor): Promise<number> {
    const query = this.reader.createQueryBuilder(Evidence, 'e').select('SUM(e.size)', 'sum').where('e.recordedBy = :id', { id: actor.id });
    const kept = Number((await query.getRawOne<{ sum: string | number | null }>())?.sum ?? 0);
    const waiting = [...this.waiting.values()].filter(({ by }) => by === actor.id).reduce((sum, { taken }) => sum + taken.size, 0);
    return this.settings.evidence.quotaMb * MEGABYTE - kept - waiting;
  }

  private async dropOld(): Promise<void> {
    const now = this.clock.now();
    for (const [id, { until }] of [...this.waiting]) if (until <= now) await this.drop(id);
  }
}

/** Remembers how a stream begins and ends while it passes. */
class Ends {
  head = Buffer.alloc(0);
  tail = Buffer.alloc(0);

  async *of(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of source) {
      if (this.head.length < HEAD) this.head = Buffer.concat([this.head, piece.subarray(0, HEAD - this.head.length)]);
      this.tail = Buffer.concat([this.tail, piece.subarray(-TAIL)]).subarray(-TAIL);
      yield piece;
    }
  }
}
