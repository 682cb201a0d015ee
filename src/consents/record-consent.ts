import { Inject, Injectable } from '@nestjs/common';
import { mayWrite, Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { columnsOf, UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { boundsFrom } from '../kernel/http/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import { once, Records } from '../kernel/record/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { exactly, type Bounds, type Instant } from '../kernel/time/public.js';
import { FindPartners } from '../organisations/public.js';
import type { ConsentDecision } from './consent-decision.entity.js';
import { consentKind } from './consent-decision.kind.js';
import { kindsAbout, type ConsentAbout } from './consent-subject.js';
import type { ConsentTalkInput, RecordConsentInput } from './consent.input.js';
import { KeepStanding } from './keep-standing.js';

export type Talk = ConsentTalkInput & Pick<RecordConsentInput, 'expires' | 'conditions' | 'partners' | 'partnerIds'>;

/** Records what somebody agreed to and what not. What was decided before stays as it was. */
@Injectable()
export class RecordConsent {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly standing: KeepStanding,
    private readonly partners: FindPartners,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  run(actor: Actor, about: ConsentAbout, id: string, input: RecordConsentInput): Promise<string> {
    return this.work.run(actor, (work) => once(work, () => this.within(work, about, id, input)));
  }

  /** The same inside a larger story. */
  within(work: Work, about: ConsentAbout, id: string, { answers, ...talk }: RecordConsentInput): Promise<string> {
    return this.keep(work, about, id, answers, talk);
  }

  /**
   * @throws Problem `consent.not_yet_said`, `consent.expires_before`, `consent.partner_unknown` (422), `consent.giver_of_source` (422): the name
   *   of who spoke for a source would tell who the source is.
   */
  async keep(work: Work, about: ConsentAbout, id: string, answers: ConsentDecision['answers'], talk: Talk): Promise<string> {
    const subject = await this.reach.within(work, kindsAbout[about], id);
    if (about === 'source' && talk.giverName) throw refusal('giverName', 'consent.giver_of_source');
    await this.refuseUnknown(work.actor, talk.partnerIds ?? []);
    const said = { giverName: talk.giverName ?? null, askedBy: talk.askedBy ?? null, evidence: talk.evidence ?? null, conditions: talk.conditions ?? null, partners: talk.partners ?? null };
    const { capacity } = talk;
    mayWrite(work.actor, consentKind, Object.fromEntries(Object.entries({ ...said, ...(capacity && capacity !== 'able' ? { capacity } : {}) }).filter(([, value]) => value)));
    const given = this.momentOf(talk, work.now);
    const known = await this.records.create(work, consentKind, {
      subject: subject.subject, // erasing the person erases what they said of it
      individualId: about === 'individual' ? id : null,
      sourceId: about === 'source' ? id : null,
      answers,
      given: columnsOf(given),
      expiresAt: this.endOf(talk, given, work.now),
      way: talk.way ?? 'unknown',
      language: talk.language ?? null,
      givenBy: talk.givenBy ?? 'self',
      capacity: capacity ?? 'able',
      askedById: talk.askedBy ? null : work.actor.id,
      partnerIds: talk.partnerIds?.length ? talk.partnerIds : null,
      conditional: Boolean(talk.conditions ?? talk.partners),
      evidenceId: talk.evidenceId ?? null,
      ...said,
    });
    await this.standing.after(work, about, id);
    return known.id;
  }

  /** A yes that is bound to nobody on the list would let data go to nobody, and nobody would see why. */
  private async refuseUnknown(actor: Actor, partnerIds: readonly string[]): Promise<void> {
    const known = await this.partners.among(actor, partnerIds);
    if (!partnerIds.every((id) => known.has(id))) throw refusal('partnerIds', 'consent.partner_unknown');
  }

  private momentOf({ given }: Talk, now: Instant): Bounds {
    if (!given?.said) return exactly(now, this.settings.zone);
    const bounds = boundsFrom(given, 'given', this.settings.zone, now);
    if (bounds.earliest !== null && bounds.earliest > now) throw refusal('given', 'consent.not_yet_said');
    return bounds;
  }

  private endOf({ expires }: Talk, given: Bounds, now: Instant): Instant | null {
    if (!expires?.said) return null;
    const bounds = boundsFrom(expires, 'expires', this.settings.zone, now);
    const end = bounds.latest ?? bounds.earliest;
    if (end !== null && given.earliest !== null && end <= given.earliest) throw refusal('expires', 'consent.expires_before');
    return end;
  }
}

const refusal = (field: string, code: string): Problem => new Problem(code, { status: 422, fields: [{ field, code }] });
