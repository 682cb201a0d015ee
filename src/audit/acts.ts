const records = [
  'individual',
  'affiliation',
  'organisation',
  'source',
  'place',
  'incident',
  'head-count',
  'detention',
  'custody-period',
  'detention-event',
  'case',
  'follow-up',
] as const;

const recordVerbs = ['recorded', 'revised', 'left_unchanged', 'seen', 'listed', 'refused', 'history_seen'] as const;

/** What people do that is not the keeping of one record. */
const others = [
  'session.started',
  'session.ended',
  'session.refused',
  'session.code_asked',
  'session.code_taken',
  'session.code_refused',
  'session.confirmed',
  'device.new',
  'device.vouched',
  'factor.added',
  'factor.revoked',
  'factor.reset',
  'factor.recovery_made',
  'factor.recovery_used',
  'approval.proposed',
  'approval.asked_again',
  'approval.agreed',
  'approval.declined',
  'approval.withdrawn',
  'approval.listed',
  'staff.suspended',
  'staff.restored',
  'staff.cut_off',
  'token.made',
  'token.revoked',
  'staff.recorded',
  'staff.invited',
  'staff.password_set',
  'staff.disabled',
  'staff.enabled',
  'staff.role_changed',
  'staff.language_changed',
  'staff.listed',
  'circle.opened',
  'circle.member_added',
  'circle.member_removed',
  'circle.record_joined',
  'case.hand_over_asked',
  'case.hand_over_accepted',
  'case.hand_over_declined',
  'case.hand_over_withdrawn',
  'case.individual_added',
  'case.detention_added',
  'detention.exported',
  'rule.confirmed',
  'rule.unconfirmed',
  'rule.pack_added',
  'match.looked',
  'report.seen',
  'report.exported',
  'import.started',
  'import.checked',
  'import.batch',
  'import.finished',
  'import.seen',
  'audit.read',
  'audit.verified',
  'individual.revealed',
  'source.revealed',
  'reading.fast',
  'emergency.entered',
  'emergency.refused',
  'emergency.justified',
  'emergency.not_justified',
  'emergency.listed',
  'access.refused',
  'request.repeated',
  'instance.created',
  'instance.started',
  'instance.migrated',
  'demo.loaded',
] as const;

/** The closed registry of acts; an act outside it cannot be logged, so nothing new goes by an unplanned name. */
export const acts: readonly string[] = [...records.flatMap((kind) => recordVerbs.map((verb) => `${kind}.${verb}`)), ...others];

const known = new Set(acts);

export const isAct = (act: string): boolean => known.has(act);

/** Everything an entry can be about. */
export const kindsOfActs: readonly string[] = [
  ...records,
  ...['session', 'staff', 'circle', 'route', 'request', 'rule', 'report', 'import', 'approval', 'emergency', 'audit', 'instance'],
];

/** The acts by which something is refused. */
export const refusedActs: readonly string[] = acts.filter((act) => act.endsWith('.refused'));
