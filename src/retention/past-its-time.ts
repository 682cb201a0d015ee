import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Reach } from '../access/public.js';
import { Holds } from '../holds/public.js';
import { individualKind, type Individual } from '../individuals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import type { Settings } from '../kernel/settings/public.js';
import { before, erasingClasses } from './retention-class.js';
import { BATCH } from './retention.input.js';
import type { PastItsTimePageView } from './retention.view.js';
import { quiet, selected } from './selected.js';

/** Finds people whose time of keeping is over. It proposes and never deletes; each page walks the key, so no page is slower than another. */
@Injectable()
export class PastItsTime {
  constructor(
    private readonly reach: Reach,
    private readonly reader: EntityManager,
    private readonly holds: Holds,
    private readonly work: UnitOfWork,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws Problem `not_found` for a class from which nobody is proposed */
  async page(actor: Actor, classId: string, after = ''): Promise<PastItsTimePageView> {
    const rows = await this.rows(actor, classId, 'r.id > :after', { after });
    const items = [];
    for (const { id, reference, recordedAt, changedAt } of rows) items.push({ id, reference, recordedAt, changedAt, held: (await this.holds.over('individual', id)).length > 0 });
    await this.work.log([{ act: 'retention.listed', kind: 'retention', recordId: null, facts: { class: classId, count: items.length }, actor, at: this.work.clock.now() }]);
    return { items, next: items.length === BATCH ? (items.at(-1)?.id ?? null) : null };
  }

  /** Which of these are still past their time: asked again when somebody agrees, days after the list was made. */
  async still(actor: Actor, classId: string, ids: readonly string[], manager: EntityManager = this.reader): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    return new Set((await this.rows(actor, classId, 'r.id IN (:...ids)', { ids }, manager)).map(({ id }) => id));
  }

  private rows(actor: Actor, classId: string, where: string, params: Readonly<Record<string, unknown>>, manager: EntityManager = this.reader): Promise<Individual[]> {
    const found = erasingClasses.find(({ id }) => id === classId);
    if (!found) throw Problem.notFound();
    const all = { ...params, before: before(found.period, this.work.clock.now(), this.settings.zone) };
    return this.reach.rows(actor, individualKind, `${where} AND ${quiet} AND ${selected[found.selects]} ORDER BY r.id LIMIT ${BATCH}`, all, manager);
  }
}
