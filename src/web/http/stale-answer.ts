import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { seenFields } from '../../access/public.js';
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
  ) {}

  async of(actor: Actor, stale: StaleRecord): Promise<BothVersions> {
    const all = await this.versions.of(this.reader, stale.kind, stale.recordId);
    const current = all.at(-1);
    const base = all.find((one) => one.version === stale.expected);
    if (!current) throw Problem.notFound();
    return {
      current: { ...seenFields(actor, stale.kind, current.fields), version: current.version },
      base: base ? { ...seenFields(actor, stale.kind, base.fields), version: base.version } : null,
    };
  }

  async problem(actor: Actor, stale: StaleRecord): Promise<Problem> {
    const both = await this.of(actor, stale);
    return new Problem('record.stale', { status: 412, extra: { ...both }, headers: { ETag: `"${both.current.version}"` } });
  }
}
