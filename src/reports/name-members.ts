import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Reach } from '../access/public.js';
import { KnownPacks, nameOf } from '../clocks/public.js';
import { detentionEventKind } from '../detentions/public.js';
import { FindIncidents, incidentKind } from '../incidents/public.js';
import type { Actor, Language } from '../kernel/actor/public.js';
import { Records } from '../kernel/record/public.js';
import { placeKind, placeName, regionLabel } from '../places/public.js';
import { Accounts } from '../staff/public.js';
import { labelOf } from '../vocabularies/public.js';
import type { Dimension } from './dimension.js';
import { OTHERS } from './members.js';
import type { MemberView } from './report.view.js';
import { WHOLE } from './spread.js';

const articleIn: Readonly<Record<Language, (article: string) => string>> = { en: (article) => `art. ${article}`, ru: (article) => `ст. ${article}`, kk: (article) => `${article}-бап` };

/** Puts members into the reader's language where data says it; what pages say in words of their own stays null. */
@Injectable()
export class NameMembers {
  constructor(
    private readonly reach: Reach,
    private readonly reader: EntityManager,
    private readonly records: Records,
    private readonly incidents: FindIncidents,
    private readonly packs: KnownPacks,
    private readonly accounts: Accounts,
  ) {}

  async of(actor: Actor, dimension: Dimension | null, keys: readonly string[]): Promise<MemberView[]> {
    const asked = keys.filter((key) => key !== '' && key !== WHOLE && key !== OTHERS);
    const labels = dimension ? await this.labels(actor, dimension, asked) : new Map<string, string>();
    return keys.map((key) => ({ key, label: labels.get(key) ?? null }));
  }

  private async labels(actor: Actor, { named }: Dimension, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const said = (label: (key: string) => string): ReadonlyMap<string, string> => new Map(keys.map((key) => [key, label(key)]));
    switch (named.by) {
      case 'list':
        return said((key) => labelOf(named.list, key, actor.language));
      case 'region':
        return said((key) => regionLabel(key, actor.language));
      case 'text':
        return said((key) => key);
      case 'sealed':
        return named.field === 'theme' ? this.records.behindTokens(this.reader, incidentKind, 'themeToken', keys) : this.records.behindTokens(this.reader, detentionEventKind, 'articleToken', keys);
      case 'place':
        return this.places(actor, keys);
      case 'incident':
        return new Map([...(await this.incidents.several(actor, keys))].map(([id, { reference, title }]) => [id, `${reference} ${title}`]));
      case 'rule':
        return this.rules(actor, keys);
      case 'staff':
        return this.accounts.namesOf(keys, actor.teamId);
      default:
        return new Map();
    }
  }

  private async places(actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.reach.rows(actor, placeKind, 'r.id IN (:...ids)', { ids }, this.reader);
    return new Map(rows.map((row) => [row.id, placeName(row, actor.language)]));
  }

  /** "Administrative detention: 3 hours (art. 789, Kazakhstan)"; of rules that read alike, each with the edition of its pack. */
  private async rules({ language }: Actor, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const asked = new Set(keys);
    const found = (await this.packs.all()).flatMap((pack) =>
      pack.rules.flatMap(({ id, label, cite }) => {
        const key = `${nameOf(pack)} ${id}`;
        const article = /^\d/.test(cite.article) ? `${articleIn[language](cite.article)}, ` : '';
        return asked.has(key) ? [{ key, said: label[language], where: `${article}${pack.title[language]}`, edition: pack.version }] : [];
      }),
    );
    const alike = (one: (typeof found)[0]): boolean => found.some(({ key, said, where }) => key !== one.key && said === one.said && where === one.where);
    return new Map(found.map((one) => [one.key, `${one.said} (${one.where}${alike(one) ? `, ${one.edition}` : ''})`]));
  }
}
