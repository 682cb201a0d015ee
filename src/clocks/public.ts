export { factOf, momentOf, type Answer, type Answers, type ClockFacts } from './clock-facts.js';
export { evaluateClocks, openQuestions, type Clock } from './evaluate-clocks.js';
export { evaluateRule, type ClockResult, type ClockState } from './evaluate-rule.js';
export { readRulePack, type PackFault } from './read-rule-pack.js';
export type { Condition, PackedRule, Rule, RuleKind, RulePack, Said } from './rule-pack.js';
export { rulesFor, shippedPacks } from './rule-packs.js';
