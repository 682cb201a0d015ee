import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { Keys } from '../kernel/crypto/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { Records } from '../kernel/record/public.js';
import { soundsOf, wordsOf } from '../kernel/text/public.js';
import { individualKind } from './individual.kind.js';
import { individualRow, type IndividualRowView } from './individual.view.js';
import { nameTokens } from './name-tokens.js';

/** Somebody already recorded who may be the person being typed. */
export interface PossibleMatch {
  readonly individual: IndividualRowView;
  /** 0 to 1: how much of the two names sounds the same. */
  readonly likeness: number;
}

const CANDIDATES = 200;
const SHOWN = 5;
const LIKE_ENOUGH = 0.55;

/** Looks for the same person while a name is typed. It only ever proposes, and only within the typist's own reach. */
@Injectable()
export class PossibleMatches {
  constructor(
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly reader: EntityManager,
    private readonly work: UnitOfWork,
    private readonly keys: Keys,
  ) {}

  async of(actor: Actor, name: string): Promise<PossibleMatch[]> {
    const tokens = nameTokens(this.keys, [name]);
    if (tokens.length === 0) return [];
    const rows = await this.reach
      .list(actor, individualKind, 'i')
      .andWhere('i.id IN (SELECT t.individual_id FROM name_token t WHERE t.token IN (:...tokens))', { tokens })
      .orderBy('i.recordedAt', 'DESC')
      .limit(CANDIDATES)
      .getMany();
    const known = await this.records.open(this.reader, individualKind, rows);
    const matches = known
      .map((one) => ({ one, likeness: Math.max(0, ...(one.names ?? []).map((other) => likenessOf(name, other.text))) }))
      .filter((match) => match.likeness >= LIKE_ENOUGH)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, SHOWN);
    await this.log(actor, matches.map((match) => match.one.id));
    return matches.map((match) => ({ individual: individualRow(actor, match.one), likeness: match.likeness }));
  }

  private log(actor: Actor, ids: readonly string[]): Promise<void> {
    const note = { act: 'match.looked', kind: 'individual', recordId: null, facts: { count: ids.length, ids: ids.join(' ') } };
    return this.work.log([{ ...note, actor, at: this.work.clock.now() }]);
  }
}

/** Share of letter pairs two names have in common by sound (Dice), each word paired with its best counterpart. */
export function likenessOf(one: string, other: string): number {
  const [fewer, more] = [wordsOf(one).map(soundsOf), wordsOf(other).map(soundsOf)].sort((a, b) => a.length - b.length);
  if (!fewer?.length || !more) return 0;
  const best = fewer.map((word) => Math.max(...more.map((counterpart) => dice(word, counterpart))));
  const mean = best.reduce((sum, value) => sum + value, 0) / best.length;
  // One word against three says little: a given name alone is shared by thousands.
  return mean * (0.7 + 0.3 * (fewer.length / more.length));
}

function dice(one: string, other: string): number {
  const pairs = (word: string): string[] => [...` ${word} `].slice(0, -1).map((letter, n) => letter + (` ${word} `[n + 1] ?? ''));
  const left = pairs(one);
  const right = pairs(other);
  const shared = left.filter((pair) => {
    const at = right.indexOf(pair);
    if (at >= 0) right.splice(at, 1);
    return at >= 0;
  });
  return (2 * shared.length) / (left.length + pairs(other).length);
}
