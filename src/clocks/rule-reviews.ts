import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor/public.js';
import { seal, SubjectVault, unseal } from '../kernel/crypto/public.js';
import { newId, putRows, rowsOf, UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { Accounts } from '../staff/public.js';
import type { Confirmation } from './clock.view.js';
import { digestOfRule, KnownPacks, nameOf } from './known-packs.js';
import type { PackedRule } from './rule-pack.js';
import { RuleReview } from './rule-review.entity.js';

/** Confirmations by `kz/2015.01/kz.adm.789-1.3h`, as far as they are about the rule as it stands. */
export type Confirmations = (packed: PackedRule) => Confirmation | null;

const contextOf = (id: string): string => `rule-review:${id}`;

const noteOf = ({ id, sealed }: RuleReview, key: Buffer | undefined): string | null => (sealed && key ? unseal(key, sealed, contextOf(id)) : null);

/** What lawyers say of rules: name, date, note. The newest word counts, older ones stay. */
@Injectable()
export class RuleReviews {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: EntityManager,
    private readonly packs: KnownPacks,
    private readonly accounts: Accounts,
    private readonly vault: SubjectVault,
  ) {}

  /** The word counts for all teams; who gave it, and what they noted, is for their own. */
  async confirmations(actor: Actor): Promise<Confirmations> {
    const rows = await rowsOf(this.reader, RuleReview, 'ORDER BY r.id');
    if (rows.length === 0) return () => null;
    const names = await this.accounts.namesOf([...new Set(rows.map((row) => row.reviewedBy))], actor.teamId);
    const keys = await this.vault.keysOf(this.reader, rows.filter(({ sealed }) => sealed).map(({ id }) => id));
    const latest = new Map(rows.map((row) => [`${row.pack}/${row.packVersion}/${row.ruleId}`, row]));
    return ({ pack, rule }) => {
      const row = latest.get(`${nameOf(pack)}/${rule.id}`);
      if (!row?.confirmed || row.ruleDigest !== digestOfRule(rule)) return null;
      const by = names.get(row.reviewedBy) ?? null;
      return { by, at: row.reviewedAt, note: by === null ? null : noteOf(row, keys.get(row.id)) };
    };
  }

  /** @throws Problem `not_found` when there is no such rule. */
  async review(actor: Actor, where: { pack: string; version: string; ruleId: string }, input: { confirmed: boolean; note: string | null }): Promise<void> {
    const pack = (await this.packs.all()).find((one) => one.pack === where.pack && one.version === where.version);
    const rule = pack?.rules.find(({ id }) => id === where.ruleId);
    if (!pack || !rule) throw Problem.notFound();
    await this.work.run(actor, async (work) => {
      const named = { pack: pack.pack, packVersion: pack.version, ruleId: rule.id, ruleDigest: digestOfRule(rule) };
      const id = newId(work.now);
      const sealed = input.note ? seal(await this.vault.keyFor(work.manager, id, work.now), input.note, contextOf(id)) : null;
      await putRows(work.manager, RuleReview, [{ id, ...named, confirmed: input.confirmed, sealed, reviewedAt: work.now, reviewedBy: actor.id }]);
      const facts = { pack: nameOf(pack), rule: rule.id, digest: named.ruleDigest };
      work.note({ act: input.confirmed ? 'rule.confirmed' : 'rule.unconfirmed', kind: 'rule', recordId: null, facts });
    });
  }
}
