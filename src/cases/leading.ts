/** What a rule about the people of a case has against a step; null: nothing. */
export type Objection = 'case.lead_only' | 'case.last_member' | 'case.lead_stays' | null;

interface People {
  readonly leadId: string;
  readonly members: readonly string[];
}

/** The lead answers for who knows of the case; so nobody else lets people in. */
export const objectionToAdding = ({ leadId }: Pick<People, 'leadId'>, actorId: string): Objection =>
  actorId === leadId ? null : 'case.lead_only';

/** The lead removes others, anyone leaves by themselves; but a case never stands without a lead or without people. */
export function objectionToLeaving({ leadId, members }: People, actorId: string, leaving: string): Objection {
  if (actorId !== leadId && actorId !== leaving) return 'case.lead_only';
  if (members.length <= 1) return 'case.last_member';
  return leaving === leadId ? 'case.lead_stays' : null;
}
