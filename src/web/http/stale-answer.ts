import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Reach, ReadingPace, seenFields } from '../../access/public.js';
import type { Actor } from '../../kernel/actor/public.js';
import { Problem } from '../../kernel/errors/public.js';
import { Versions, type StaleRecord } from '../../kernel/record/public.js';

/** What stands against each other when two people saved the same record: each cut to the reader's field classes. */
export interface BothVersions {
  readonly current: Record<string, unknown> & { version: number };
  readonly base: (Record<string, unknown> & { version: number }) | null;
}

/** Makes the 412 answer: the version saved meanwhile and the one the editor began from. */
@Injectable()
export class StaleAnswer {
  constructor(
    private readonly versions: Versions,
    private readonly reader: EntityManager,
    private readonly reach: Reach,
    private readonly pace: ReadingPace,
  ) {}

  async of(actor: Actor, stale: StaleRecord): Promise<BothVersions> {
    const all = await this.versions.of(this.reader, stale.kind, stale.recordId);
    const current = all.at(-1);
    const base = all.find((one) => one.version === stale.expected);
    if (!current) throw Problem.notFound();
    // Both versions are shown whole, or merging would throw a contact away: that is a reading like any other.
    const masked = stale.kind.masked ?? [];
    if (masked.length > 0) {
      await this.pace.ask(actor, stale.recordId);
      await this.reach.saw(actor, stale.kind, [stale.recordId], 'revealed');
    }
    return {
      current: { ...seenFields(actor, stale.kind, current.fields, masked), version: current.version },
      base: base ? { ...seenFields(actor, stale.kind, base.fields, masked), version: base.version } : null,
    };
  }

  async problem(actor: Actor, stale: StaleRecord): Promise<Problem> {
    const both = await this.of(actor, stale);
    return new Problem('record.stale', { status: 412, extra: { ...both }, headers: { ETag: `"${both.current.version}"` } });
  }
}
