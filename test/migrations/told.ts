const sealed = 'sealed with its record by migration 24';
const derived = 'derived of other records, and made anew after migration 28';

/** Columns, and whole tables, that a migration takes away or changes on purpose, with the reason. Everything else is as it was afterwards. */
export const changed: Readonly<Record<string, string>> = Object.fromEntries([
  ...['detention_fact', 'clock_states', 'fact_basis'].map((table) => [table, derived]),
  ...[
    ...['detention.kind_words', 'detention.authority_words', 'detention.outcome_words', 'custody_period.place_words', 'detention_event.kind_words', 'detention_event.article'],
    ...['incident.kind_words', 'incident.place_words', 'incident.theme', 'incident.external_id', 'rule_review.note', 'head_count.as_said'],
    ...['custody_period.start', 'custody_period.end', 'detention_event.at', 'incident.start', 'incident.end', 'source.stated', 'follow_up_action.due'].map((moment) => `${moment}_as_said`),
    ...['data_request.received', 'consent_decision.given', 'evidence.collected', 'submission.sent', 'submission.replied'].map((moment) => `${moment}_as_said`),
  ].map((column) => [column, sealed]),
]);
