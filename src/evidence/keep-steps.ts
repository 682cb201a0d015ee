import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { seal, SubjectVault, unseal } from '../kernel/crypto/public.js';
import { newId, putRows, rowsOf, type Work } from '../kernel/db/public.js';
import type { KnownEvidence } from './evidence.view.js';
import { EvidenceStep, type EvidenceStepKind, type StepWords } from './evidence-step.entity.js';

export type KnownStep = Omit<EvidenceStep, 'sealed'> & StepWords;

type Held = Pick<KnownEvidence, 'id' | 'subject'>;

const contextOf = (id: string): string => `evidence-step:${id}`;
const nothing: StepWords = { from: null, to: null, reason: null };

/** Keeps the chain of custody: a row a step, in the story it happened in. */
@Injectable()
export class KeepSteps {
  constructor(
    private readonly vault: SubjectVault,
    private readonly reader: EntityManager,
  ) {}

  async keep(work: Work, evidence: Held, step: EvidenceStepKind, said: { intact?: boolean; words?: StepWords } = {}): Promise<void> {
    const id = newId(work.now);
    const key = said.words ? await this.vault.keyFor(work.manager, evidence.subject, work.now) : null;
    const sealed = key ? seal(key, JSON.stringify(said.words), contextOf(id)) : null;
    await putRows(work.manager, EvidenceStep, [{ id, evidenceId: evidence.id, at: work.now, byId: work.actor.id, step, intact: said.intact ?? null, sealed }]);
    work.note({ act: `evidence.${step}`, kind: 'evidence', recordId: evidence.id, facts: said.intact === undefined ? {} : { intact: said.intact }, ...(said.intact === false ? { allowed: false } : {}) });
  }

  /** The first step first. Words of an erased subject are gone; that the step happened is not. */
  async of(evidence: Held): Promise<KnownStep[]> {
    const rows = await rowsOf(this.reader, EvidenceStep, 'WHERE r.evidence_id = :id ORDER BY r.id', { id: evidence.id });
    const key = (await this.vault.keysOf(this.reader, [evidence.subject])).get(evidence.subject);
    return rows.map(({ sealed, ...row }) => ({ ...row, ...(sealed && key ? (JSON.parse(unseal(key, sealed, contextOf(row.id))) as StepWords) : nothing) }));
  }
}
