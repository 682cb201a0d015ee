import type { DetentionEvent } from '../detentions/public.js';
import type { RulingFacts } from './stay-card.js';

export const rulingKinds = ['ruling_warning', 'ruling_fine', 'ruling_admin_arrest', 'arrest_order_pronounced', 'ruling_community_service', 'ruling_expulsion', 'ruling_acquittal', 'ruling_discontinued', 'remand_ordered', 'house_arrest_ordered'] as const;
export const chargeKinds = ['charged_admin', 'suspected_criminal'] as const;

const counted: ReadonlySet<string> = new Set([...rulingKinds, ...chargeKinds]);

/** The order of arrest and the ruling on it are one sanction. */
const sanctionOf = (kind: string): string => (kind === 'arrest_order_pronounced' ? 'ruling_admin_arrest' : kind);

type Decided = Pick<DetentionEvent, 'kind' | 'withdrawn' | 'articleToken' | 'placeId' | 'sanctionDays' | 'fineAmount' | 'fineUnit'>;

/**
 * Several accounts of one ruling are one ruling: one a detention and kind, with the least and the most any of them says. Where they name
 * different articles or courts it may be either.
 */
export function rulingsOf(events: readonly Decided[]): RulingFacts[] {
  const decisions = new Map<string, Decided[]>();
  for (const event of events) {
    if (event.withdrawn || !counted.has(event.kind)) continue;
    decisions.set(sanctionOf(event.kind), [...(decisions.get(sanctionOf(event.kind)) ?? []), event]);
  }
  return [...decisions].map(([sanction, told]) => {
    const [article, article_other] = ends(told.map(({ articleToken }) => articleToken));
    const [court, court_other] = ends(told.map(({ placeId }) => placeId));
    const [unit, unit_other] = ends(told.map(({ fineUnit }) => fineUnit));
    const [days_min, days_max] = ends(told.map(({ sanctionDays }) => sanctionDays));
    const [fine_min, fine_max] = ends(told.map(({ fineAmount }) => fineAmount));
    return { sanction, article, article_other, court, court_other, unit, unit_other, days_min, days_max, fine_min, fine_max };
  });
}

/** The first and the last of what is told. */
function ends<Value extends string | number>(told: readonly (Value | null)[]): [Value | null, Value | null] {
  const sorted = told.filter((one) => one !== null).sort((a, b) => (a < b ? -1 : 1));
  return [sorted[0] ?? null, sorted.at(-1) ?? null];
}
