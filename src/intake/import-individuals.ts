import { Injectable } from '@nestjs/common';
import { mayWrite, Reach } from '../access/public.js';
import { Individual, individualKind, RecordIndividual, RecordIndividualInput, ReviseIndividual, type IndividualPrivate } from '../individuals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { rowsOf, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { Records, Versions, type Known } from '../kernel/record/public.js';
import { RowRefused, type BatchScope, type Outcome, type Taker } from './batch.js';
import { checkInput } from './check-input.js';
import { corrected } from './import-incidents.js';
import { individualDraft, type IndividualDraft } from './individual-row.js';
import { asImported } from './last-import.js';
import type { Mapping } from './mapping.js';
import { mergeOf } from './merge.js';
import type { RowCells } from './row-cells.js';

interface Revision {
  readonly id: string;
  readonly version: number;
  readonly changes: Record<string, unknown>;
}

/** Takes rows as individuals. */
@Injectable()
export class ImportIndividuals implements Taker<IndividualDraft> {
  constructor(
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly versions: Versions,
    private readonly recordIndividual: RecordIndividual,
    private readonly reviseIndividual: ReviseIndividual,
  ) {}

  /** Corrections found in a batch: each is a story of its own after the batch, because its names are indexed with it. */
  private readonly waiting = new WeakMap<BatchScope, Revision[]>();

  draft(cells: RowCells, mapping: Mapping): IndividualDraft {
    const draft = individualDraft(cells, mapping);
    checkInput(RecordIndividualInput, draft.input, cells);
    return draft;
  }

  async take(work: Work, drafts: readonly IndividualDraft[], scope: BatchScope): Promise<Outcome[]> {
    const tokens = drafts.map((draft) => [draft, this.recordIndividual.externalTokens(draft.externalId)] as const);
    const asked = tokens.flatMap(([, ever]) => ever);
    const all = await rowsOf(work.manager, Individual, 'WHERE r.external_token IN (:...asked) AND r.team_id = :team', { asked, team: work.actor.teamId });
    const reached = all.length > 0 ? await this.reach.rows(work.actor, individualKind, 'r.external_token IN (:...asked) AND r.team_id = :team', { asked, team: work.actor.teamId }, work.manager) : [];
    const known = new Map((await this.records.open(work.manager, individualKind, reached)).map((one) => [one.externalToken ?? '', one]));
    const hidden = new Set(all.map((row) => row.externalToken ?? '').filter((token) => !known.has(token)));
    const outcomes: Outcome[] = [];
    const revisions: Revision[] = [];
    for (const [draft, ever] of tokens) {
      const token = ever.find((one) => known.has(one) || hidden.has(one)) ?? '';
      try {
        outcomes.push(await this.one(work, draft, known.get(token), hidden.has(token), scope, revisions));
      } catch (error) {
        if (error instanceof Problem) throw new RowRefused(draft.row, error);
        throw error;
      }
    }
    this.waiting.set(scope, revisions);
    return outcomes;
  }

  async after(actor: Actor, _drafts: readonly IndividualDraft[], scope: BatchScope): Promise<void> {
    for (const { id, version, changes } of this.waiting.get(scope) ?? []) {
      await this.reviseIndividual.run(actor, id, version, { ...changes, because: scope.because });
    }
  }

  private async one(
    work: Work,
    draft: IndividualDraft,
    current: Known<Individual, IndividualPrivate> | undefined,
    hidden: boolean,
    scope: BatchScope,
    revisions: Revision[],
  ): Promise<Outcome> {
    const { row } = draft;
    if (hidden) {
      work.note({ act: 'individual.refused', kind: 'individual', recordId: null, allowed: false });
      return { row, result: 'unchanged' };
    }
    if (!current) {
      await this.recordIndividual.within(work, draft.input);
      return { row, result: 'added' };
    }
    const { externalId: _externalId, ...incoming } = draft.input;
    const base = await asImported(work.manager, this.versions, individualKind, current, scope.because);
    const { changes, apart } = mergeOf(base, current as unknown as Record<string, unknown>, { ...incoming });
    mayWrite(work.actor, individualKind, changes);
    if (Object.keys(changes).length > 0) revisions.push({ id: current.id, version: current.version, changes });
    const remarks = apart.map((field) => corrected(row, field === 'names' ? 'name' : field, scope.mapping));
    return { row, result: Object.keys(changes).length > 0 ? 'changed' : 'unchanged', remarks };
  }
}
