import { vocabulary } from '../vocabularies/public.js';

/** What somebody's data is used for, from the narrowest to the widest of each line. Code of vocabularies/consent-scopes. */
export type ConsentScope =
  | 'internal_help'
  | 'legal_action'
  | 'share_partner'
  | 'un_confidential'
  | 'un_named'
  | 'public_aggregate'
  | 'public_pseudonym'
  | 'public_name'
  | 'photo_video';

/** Who besides the person decided. Codes of vocabularies/consent-givers. */
export type ConsentGiver = 'self' | 'guardian' | 'family' | 'representative';

interface ScopeRule {
  readonly code: ConsentScope;
  readonly includes: readonly ConsentScope[];
  readonly others: readonly ConsentGiver[];
}

const rules = vocabulary('consent-scopes').values as unknown as readonly ScopeRule[];
const byCode = new Map(rules.map((rule) => [rule.code, rule]));

export const consentScopes: readonly ConsentScope[] = rules.map(({ code }) => code);

/** What needs no consent that was recorded: an organisation that is asked for help may help. */
export const NARROWEST: ConsentScope = 'internal_help';

/** The scope and every narrower one that it takes along. */
export function withNarrower(scope: ConsentScope): readonly ConsentScope[] {
  const narrower = byCode.get(scope)?.includes ?? [];
  return [...new Set([scope, ...narrower.flatMap(withNarrower)])];
}

/** The scope and every wider one that takes it along. */
export const withWider = (scope: ConsentScope): readonly ConsentScope[] => consentScopes.filter((one) => withNarrower(one).includes(scope));

/** Whether somebody else's word counts for this use where the person cannot be asked. Needs legal review. */
export const othersMayDecide = (scope: ConsentScope, giver: ConsentGiver): boolean => byCode.get(scope)?.others.includes(giver) ?? false;
