import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { rowsOf } from '../kernel/db/public.js';
import { readRulePack } from './read-rule-pack.js';
import type { Rule, RulePack } from './rule-pack.js';
import { shippedPacks } from './rule-packs.js';
import { StoredRulePack } from './rule-review.entity.js';

/** Goes up whenever the same facts and packs would give other clocks. */
export const clockMethod = '2';

/** The packs in use: those that come with the product, and over them those that lawyers have added. */
@Injectable()
export class KnownPacks {
  private readonly shipped = shippedPacks();
  private packs: readonly RulePack[] | null = null;

  constructor(private readonly reader: EntityManager) {}

  async all(manager: EntityManager = this.reader): Promise<readonly RulePack[]> {
    this.packs ??= await this.read(manager);
    return this.packs;
  }

  /** After a pack was added. */
  forget(): void {
    this.packs = null;
  }

  /** Of all packs and the method together: kept deadlines made by another one are out of date. */
  async digest(): Promise<string> {
    return digestOf({ method: clockMethod, packs: await this.all() });
  }

  private async read(manager: EntityManager): Promise<RulePack[]> {
    const found = new Map(this.shipped.map((pack) => [nameOf(pack), pack]));
    for (const { content } of await rowsOf(manager, StoredRulePack, 'ORDER BY r.id')) {
      const { pack } = readRulePack(content);
      if (pack) found.set(nameOf(pack), pack);
    }
    return [...found.values()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  }
}

/** `kz/2015.01` */
export const nameOf = ({ pack, version }: Pick<RulePack, 'pack' | 'version'>): string => `${pack}/${version}`;

const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** By which a review knows the very words it is about. */
export const digestOfRule = (rule: Rule): string => digestOf(rule);
