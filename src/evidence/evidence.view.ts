import { shown, type Withheld } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import type { BoundsColumns } from '../kernel/db/public.js';
import { boundsOf } from '../kernel/db/public.js';
import type { Known } from '../kernel/record/public.js';
import type { Bounds } from '../kernel/time/public.js';
import { evidenceAbouts, fieldAbout, type EvidenceAbout } from './evidence-about.js';
import type { EvidenceStepKind } from './evidence-step.entity.js';
import type { Evidence, EvidencePrivate } from './evidence.entity.js';
import { evidenceKind } from './evidence.kind.js';

export type KnownEvidence = Known<Evidence, EvidencePrivate>;

export class EvidenceView {
  id!: string;
  about!: EvidenceAbout;
  aboutId!: string;
  kind!: string;
  title!: string | null | Withheld;
  fileName!: string | null | Withheld;
  sourceId!: string | null | Withheld;
  collector!: string | null | Withheld;
  method!: string | null | Withheld;
  collected!: Bounds | null;
  mediaType!: string;
  size!: number;
  /** Of the file at intake. */
  sha256!: string;
  originalId!: string | null;
  recordedAt!: string;
  recordedBy!: string;
}

export class EvidenceStepView {
  id!: string;
  at!: string;
  byId!: string;
  step!: EvidenceStepKind;
  /** Whether the bytes were those of the intake; null where they were not read. */
  intact!: boolean | null;
  from!: string | null | Withheld;
  to!: string | null | Withheld;
  reason!: string | null | Withheld;
}

export class EvidenceWithStepsView extends EvidenceView {
  /** The chain of custody, the first step first. */
  steps!: EvidenceStepView[];
}

export class UploadView {
  id!: string;
  size!: number;
  sha256!: string;
  mediaType!: string;
}

export function evidenceView(actor: Actor, known: KnownEvidence): EvidenceView {
  const about = evidenceAbouts.find((one) => known[fieldAbout[one]] !== null) ?? 'individual';
  const field = <Name extends 'title' | 'fileName' | 'collector' | 'method'>(name: Name): string | null | Withheld => shown(actor, evidenceKind.sealed[name], known[name]);
  const { id, kind, mediaType, size, sha256, originalId, recordedAt, recordedBy } = known;
  return {
    ...{ id, about, aboutId: known[fieldAbout[about]] ?? '', kind, mediaType, size, sha256, originalId, recordedAt, recordedBy },
    ...{ title: field('title'), fileName: field('fileName'), collector: field('collector'), method: field('method') },
    sourceId: shown(actor, 'source', known.sourceId),
    collected: collectedOf(known.collected),
  };
}

const collectedOf = (collected: BoundsColumns): Bounds | null => boundsOf(collected);
