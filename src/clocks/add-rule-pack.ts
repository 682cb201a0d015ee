import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor/public.js';
import { newId, UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { KnownPacks, nameOf } from './known-packs.js';
import { readRulePack, type PackFault } from './read-rule-pack.js';
import { RecomputeClocks } from './recompute-clocks.js';
import { StoredRulePack } from './rule-review.entity.js';
import type { RulePack } from './rule-pack.js';

/** What came of reading a pack: what it would add or replace, or every fault and where it stands. */
export interface PackReport {
  readonly pack: RulePack | null;
  readonly faults: readonly PackFault[];
  /** Rules that stand otherwise in a pack of the same name and version that is in use. */
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Adds a pack, or one that stands before another of the same name and version. Nothing is taken unless all of it is good. */
@Injectable()
export class AddRulePack {
  constructor(
    private readonly work: UnitOfWork,
    private readonly packs: KnownPacks,
    private readonly recompute: RecomputeClocks,
  ) {}

  async check(text: string): Promise<PackReport> {
    const { pack, faults } = readRulePack(text);
    if (!pack) return { pack, faults, changed: [], added: [], removed: [] };
    const before = (await this.packs.all()).find((one) => nameOf(one) === nameOf(pack));
    const old = new Map(before?.rules.map((rule) => [rule.id, JSON.stringify(rule)]));
    const changed = pack.rules.filter((rule) => old.has(rule.id) && old.get(rule.id) !== JSON.stringify(rule)).map(({ id }) => id);
    const added = pack.rules.filter(({ id }) => !old.has(id)).map(({ id }) => id);
    const removed = [...old.keys()].filter((id) => !pack.rules.some((rule) => rule.id === id));
    return { pack, faults: [], changed, added, removed };
  }

  /** @throws Problem `rule_pack.refused` (422) with every fault. */
  async run(actor: Actor, text: string): Promise<PackReport> {
    const report = await this.check(text);
    const { pack } = report;
    if (!pack) {
      const fields = report.faults.map(({ at, code }) => ({ field: at || 'pack', code: `rule_pack.${code}` }));
      throw new Problem('rule_pack.refused', { status: 422, fields });
    }
    await this.work.run(actor, async (work) => {
      const stored = { id: newId(work.now), pack: pack.pack, packVersion: pack.version, content: text, addedAt: work.now, addedBy: actor.id };
      await work.manager.insert(StoredRulePack, stored);
      const facts = { pack: nameOf(pack), rules: pack.rules.length, changed: report.changed.length, added: report.added.length, removed: report.removed.length };
      work.note({ act: 'rule.pack_added', kind: 'rule', recordId: stored.id, facts });
    });
    this.packs.forget();
    this.recompute.start();
    return report;
  }
}
