import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { rowsOf, UnitOfWork } from '../kernel/db/public.js';
import { Erasure, type ErasedMark } from '../kernel/record/public.js';
import type { ErasureView } from './erasure.view.js';
import { erasedKinds } from './look-before-erasing.js';

const SHOWN = 200;

/** What was erased, by number and ground. */
@Injectable()
export class FindErasures {
  constructor(
    private readonly reader: EntityManager,
    private readonly reach: Reach,
    private readonly work: UnitOfWork,
  ) {}

  /** The newest first, as far as the actor would reach what is left of it. */
  async list(actor: Actor): Promise<ErasureView[]> {
    const rows = await rowsOf(this.reader, Erasure, `WHERE r.subject = r.record_id AND r.kind IN ('individual', 'source') ORDER BY r.erased_at DESC, r.subject LIMIT ${SHOWN}`);
    const references = new Map<string, string>();
    for (const kind of ['individual', 'source'] as const) {
      const asked = rows.filter((row) => row.kind === kind).map(({ recordId }) => recordId);
      if (asked.length === 0) continue;
      for (const { id, reference } of await this.reach.rows(actor, erasedKinds[kind], 'r.id IN (:...asked)', { asked })) references.set(id, reference);
    }
    const near = rows.filter(({ recordId }) => references.has(recordId));
    await this.work.log([{ act: 'erasure.listed', kind: 'erasure', recordId: null, facts: { count: near.length }, actor, at: this.work.clock.now() }]);
    return near.map(({ subject: _subject, ...row }) => ({ ...row, reference: references.get(row.recordId) ?? null }));
  }

  /** When and on what ground a record was erased; null: it was not. */
  async of(recordId: string): Promise<ErasedMark | null> {
    const [row] = await rowsOf(this.reader, Erasure, 'WHERE r.subject = :recordId', { recordId });
    return row ? { at: row.erasedAt, ground: row.ground } : null;
  }
}
