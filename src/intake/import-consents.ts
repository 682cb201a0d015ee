import { Inject, Injectable } from '@nestjs/common';
import { Reach, type ReachedKind } from '../access/public.js';
import { ConsentDecision, RecordConsent, WithdrawConsent, type ConsentAbout, type ConsentScope } from '../consents/public.js';
import { individualKind, RecordIndividual } from '../individuals/public.js';
import { Keys } from '../kernel/crypto/public.js';
import { putRows, rowsOf, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import type { RecordRow } from '../kernel/record/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { Clock } from '../kernel/time/public.js';
import { FindPartners, type NumberedPartner } from '../organisations/public.js';
import { sourceKind } from '../sources/public.js';
import { RowRefused, type BatchScope, type Outcome, type Taker } from './batch.js';
import { consentDraft, type ConsentDraft } from './consent-row.js';
import { ImportedConsent } from './imported-consent.entity.js';
import type { Mapping } from './mapping.js';
import { partnerNamed } from './partner-named.js';
import { quoted, type RowCells } from './row-cells.js';

/** Takes rows as conversations about consent, one decision a row. What was taken once stays: the next answer is another row. */
@Injectable()
export class ImportConsents implements Taker<ConsentDraft> {
  constructor(
    private readonly reach: Reach,
    private readonly keys: Keys,
    private readonly recordIndividual: RecordIndividual,
    private readonly recordConsent: RecordConsent,
    private readonly withdrawConsent: WithdrawConsent,
    private readonly partners: FindPartners,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  draft(cells: RowCells, mapping: Mapping): ConsentDraft {
    return consentDraft(cells, mapping, this.clock.now(), this.settings.zone);
  }

  async take(work: Work, drafts: readonly ConsentDraft[], scope: BatchScope): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    const partners = drafts.some(({ onlyPartners }) => onlyPartners) ? await this.partners.numbered(work.actor) : [];
    for (const draft of drafts) {
      try {
        outcomes.push(await this.one(work, draft, partners, scope));
      } catch (error) {
        if (error instanceof Problem) throw new RowRefused(draft.row, error, remarkFor(error));
        throw error;
      }
    }
    return outcomes;
  }

  private async one(work: Work, draft: ConsentDraft, partners: readonly NumberedPartner[], { runId }: BatchScope): Promise<Outcome> {
    const { row, externalId, of, ofColumn, answers, talk } = draft;
    const [token, ...past] = this.keys.tokensEver('consent external id', externalId);
    const { teamId } = work.actor;
    const [known] = await rowsOf(work.manager, ImportedConsent, 'WHERE r.team_id = :teamId AND r.token IN (:...ever)', { teamId, ever: [token, ...past] });
    if (known) return { row, result: 'unchanged', ...((await this.differs(work, known, draft, partners)) ? { remarks: [{ row, level: 'oddity' as const, code: 'answer_stays', column: null }] } : {}) };
    const subject = await this.subjectOf(work, of);
    if (!subject) throw new RowRefused(row, new Problem('not_found', { status: 404 }), { code: 'nobody_such', column: ofColumn });
    const partnerIds = draft.onlyPartners?.map((name) => idOf(draft, name, partners)) ?? null;
    const decisionId = await this.recordConsent.keep(work, subject.about, subject.id, answers, { ...talk, partnerIds });
    const withdrawn = Object.entries(answers).flatMap(([use, answer]) => (answer === 'withdrawn' ? [use as ConsentScope] : []));
    if (withdrawn.length > 0) await this.withdrawConsent.askBack(work, { ...subject, decisionId }, withdrawn);
    await putRows(work.manager, ImportedConsent, [{ teamId, token, decisionId, runId, takenBackAt: null }]);
    return { row, result: 'added' };
  }

  private async differs(work: Work, { decisionId }: ImportedConsent, { answers, onlyPartners }: ConsentDraft, partners: readonly NumberedPartner[]): Promise<boolean> {
    const [decision] = await rowsOf(work.manager, ConsentDecision, 'WHERE r.id = :decisionId', { decisionId });
    const sorted = (of: object): string => JSON.stringify(Object.entries(of).sort());
    const named = onlyPartners?.map((name) => partnerNamed(name, partners).id ?? name) ?? [];
    return decision !== undefined && (sorted(decision.answers) !== sorted(answers) || [...(decision.partnerIds ?? [])].sort().join() !== named.sort().join());
  }

  /** Within reach; out of it like nobody. */
  private async subjectOf({ actor, manager }: Work, of: ConsentDraft['of']): Promise<{ about: ConsentAbout; id: string } | null> {
    if ('externalId' in of) {
      const tokens = this.recordIndividual.externalTokens(of.externalId);
      const [person] = await this.reach.rows(actor, individualKind, 'r.external_token IN (:...tokens) AND r.team_id = :team', { tokens, team: actor.teamId }, manager);
      return person ? { about: 'individual', id: person.id } : null;
    }
    const about = of.reference.startsWith('I-') ? 'individual' : 'source';
    const kind = (about === 'individual' ? individualKind : sourceKind) as unknown as ReachedKind<RecordRow, object>;
    const [row] = await this.reach.rows(actor, kind, 'r.reference = :reference', { reference: of.reference }, manager);
    return row ? { about, id: row.id } : null;
  }
}

/** @throws RowRefused: a yes that was bound to somebody must not stand unbound, nor bound to somebody else. */
function idOf({ row, partnersColumn }: ConsentDraft, name: string, partners: readonly NumberedPartner[]): string {
  const { id, why } = partnerNamed(name, partners);
  if (id !== null) return id;
  throw new RowRefused(row, new Problem('consent.partner_unknown', { status: 422 }), { code: why, column: partnersColumn, params: { value: quoted(name) } });
}

const remarks: Readonly<Record<string, string>> = {
  'consent.not_yet_said': 'not_yet_said',
  'consent.expires_before': 'expires_before',
  'consent.giver_of_source': 'giver_of_source',
  'field.not_yours': 'not_yours',
};

const remarkFor = ({ code, detail }: Problem): { code: string; column: string | null } => ({ code: remarks[code] ?? 'refused', column: detail.fields?.[0]?.field ?? null });
