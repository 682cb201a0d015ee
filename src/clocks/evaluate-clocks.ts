import type { Instant } from '../kernel/time/public.js';
import { momentOf, type ClockFacts } from './clock-facts.js';
import { evaluateRule, type ClockResult } from './evaluate-rule.js';
import type { RulePack } from './rule-pack.js';
import { rulesFor } from './rule-packs.js';

/** One clock by all accounts, and beside it by official papers alone where they give another answer. */
export interface Clock {
  readonly told: ClockResult;
  readonly official: ClockResult | null;
}

/** Every clock of a detention under the law of the day it began. */
export function evaluateClocks(packs: readonly RulePack[], facts: ClockFacts, now: Instant): Clock[] {
  return rulesFor(packs, facts.country, momentOf(facts, 'stay_begins')).map((packed) => {
    const told = evaluateRule(packed, facts, now);
    const official = evaluateRule(packed, facts, now, 'official');
    const differs = !['cannot_compute', 'not_applicable'].includes(official.state) && official.state !== told.state;
    return { told, official: differs ? official : null };
  });
}

/** Facts whose answer would settle a branch of these clocks: to be asked. */
export const openQuestions = (clocks: readonly Clock[]): string[] => [...new Set(clocks.flatMap(({ told }) => told.onlyIf.map(({ fact }) => fact)))];
