import { seenFields, type Withheld } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { boundsOf } from '../kernel/db/public.js';
import type { Known } from '../kernel/record/public.js';
import type { Bounds } from '../kernel/time/public.js';
import type { Verdict } from './allowed-use.js';
import type { ConsentDecision, ConsentDecisionPrivate } from './consent-decision.entity.js';
import { consentKind } from './consent-decision.kind.js';
import type { Disclosure, DisclosurePrivate } from './disclosure.entity.js';
import { disclosureKind } from './disclosure.kind.js';

/** One conversation about consent, as the reader may know it. */
export class ConsentDecisionView {
  id!: string;
  recordedAt!: string;
  recordedBy!: string;
  individualId!: string | null;
  sourceId!: string | null;
  /** By scope: yes, no or withdrawn. */
  answers!: Partial<Record<string, string>>;
  given!: Bounds | null;
  expiresAt!: string | null;
  way!: string;
  language!: string | null;
  givenBy!: string;
  capacity!: string | Withheld;
  askedById!: string | null;
  partnerIds!: string[] | null;
  conditional!: boolean;
  evidenceId!: string | null;
  giverName!: string | null | Withheld;
  askedBy!: string | null | Withheld;
  evidence!: string | null | Withheld;
  conditions!: string | null | Withheld;
  partners!: string | null | Withheld;
}

/** How it stands for one use, today. */
export class ScopeStandingView {
  scope!: string;
  allowed!: boolean;
  /** Why not. */
  why!: string | null;
  needsLegalReview!: boolean;
  until!: string | null;
  conditional!: boolean;
  decisionIds!: string[];
}

export class ConsentsView {
  standing!: ScopeStandingView[];
  /** The newest first. */
  decisions!: ConsentDecisionView[];
}

/** Where data of somebody went. */
export class DisclosureView {
  id!: string;
  individualId!: string | null;
  sourceId!: string | null;
  recordKind!: string;
  recordId!: string | null;
  scope!: string;
  way!: string;
  purpose!: string | null;
  format!: string | null;
  leftAt!: string;
  leftBy!: string;
  fileHash!: string | null;
  recipient!: string | null | Withheld;
}

/** A yes that runs out. */
export class ExpiringView {
  about!: string;
  subjectId!: string;
  /** Reference number of the person or source. */
  reference!: string;
  scopes!: string[];
  until!: string;
}

export function decisionView(actor: Actor, known: Known<ConsentDecision, ConsentDecisionPrivate>): ConsentDecisionView {
  const { id, recordedAt, recordedBy } = known;
  return { id, recordedAt, recordedBy, ...seenFields(actor, consentKind, known), given: boundsOf(known.given) } as unknown as ConsentDecisionView;
}

export const standingView = (scope: string, { decisionIds, ...verdict }: Verdict): ScopeStandingView => ({ scope, ...verdict, decisionIds: [...decisionIds] });

export function disclosureView(actor: Actor, known: Known<Disclosure, DisclosurePrivate>): DisclosureView {
  return { id: known.id, leftBy: known.recordedBy, ...seenFields(actor, disclosureKind, known) } as unknown as DisclosureView;
}
