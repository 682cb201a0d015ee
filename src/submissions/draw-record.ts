import { Injectable } from '@nestjs/common';
import { MayUse } from '../consents/public.js';
import { FindIncidents } from '../incidents/public.js';
import { FindIndividuals } from '../individuals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { Clock } from '../kernel/time/public.js';
import { ConsentedTimeline, FindTimeline, RecordNames } from '../timeline/public.js';
import { drawn, type DrawContext } from './draws.js';
import { FindAnnexes, noAnnexes, type Annexes } from './find-annexes.js';
import { fieldsIn, type SubmissionForm } from './form.js';

/** What a form is filled from. */
export interface About {
  readonly detentionId: string | null;
  readonly incidentId: string | null;
  /** To which partner; null: none in particular. */
  readonly partnerId: string | null;
}

export interface DrawnRecord {
  readonly fields: Readonly<Record<string, string | null>>;
  readonly individualId: string | null;
  /** The person has not agreed to this use, or no longer: nothing was drawn. */
  readonly withheld: string | null;
  /** Sources nobody has asked for this use, and how many said no. */
  readonly unasked: readonly string[];
  readonly refused: number;
  /** Sources whose account goes along: with their words, or only the facts. */
  readonly sources: Readonly<Record<string, 'words' | 'facts'>>;
  /** Files of the record that are not listed, and why. */
  readonly annexesLeftOut: Annexes['leftOut'];
}

/** Fills a form from the record, as far as the drafter reads it and the person and the sources have agreed to the use. */
@Injectable()
export class DrawRecord {
  constructor(
    private readonly timelines: FindTimeline,
    private readonly consented: ConsentedTimeline,
    private readonly individuals: FindIndividuals,
    private readonly incidents: FindIncidents,
    private readonly names: RecordNames,
    private readonly annexes: FindAnnexes,
    private readonly mayUse: MayUse,
    private readonly clock: Clock,
  ) {}

  /** In English, whatever language the drafter reads. */
  async of(drafter: Actor, form: SubmissionForm, about: About): Promise<DrawnRecord> {
    const actor: Actor = { ...drafter, language: 'en' };
    if (about.detentionId) return this.ofDetention(actor, form, about, about.detentionId);
    const { incidentId } = about;
    const incident = await this.incidents.one(actor, incidentId ?? '');
    const placeNames = await this.names.placeNames(actor, incident.placeIds);
    const { listed, sources, leftOut } = await this.annexes.of(actor, about, null, form.scope);
    const context: DrawContext = { timeline: null, person: null, incident, consent: null, publicName: null, scope: form.scope, unasked: new Set(), annexes: listed, placeNames };
    return { fields: filled(form, context), individualId: null, withheld: null, unasked: [], refused: 0, sources: wordsOf(sources), annexesLeftOut: leftOut };
  }

  private async ofDetention(actor: Actor, form: SubmissionForm, about: About, id: string): Promise<DrawnRecord> {
    const whole = await this.timelines.of(actor, id);
    const { individualId } = whole.detention;
    const { partnerId } = about;
    const consent = individualId ? await this.mayUse.one('individual', individualId, { scope: form.scope, at: this.clock.now(), partnerId }) : null;
    if (consent && !consent.allowed) return { fields: {}, individualId, withheld: consent.why, unasked: [], refused: 0, sources: {}, annexesLeftOut: noAnnexes.leftOut };
    const { timeline, unasked, refused, going } = await this.consented.bySources(actor, whole, form.scope, partnerId);
    const person = individualId ? await this.individuals.one(actor, individualId) : null;
    const annexes = await this.annexes.of(actor, about, individualId, form.scope);
    const publicName = individualId ? await this.mayUse.one('individual', individualId, { scope: 'public_name', at: this.clock.now() }) : null;
    const context: DrawContext = { timeline, person, incident: null, consent, publicName, scope: form.scope, unasked, annexes: annexes.listed, placeNames: timeline.placeNames };
    const sources = Object.fromEntries(going.map((one) => [one, unasked.has(one) ? ('facts' as const) : ('words' as const)]));
    return { fields: filled(form, context), individualId, withheld: null, unasked: [...unasked], refused: refused.size, sources: { ...sources, ...wordsOf(annexes.sources) }, annexesLeftOut: annexes.leftOut };
  }
}

const wordsOf = (sources: readonly string[]): Record<string, 'words'> => Object.fromEntries(sources.map((one) => [one, 'words' as const]));

const filled = (form: SubmissionForm, context: DrawContext): Record<string, string | null> =>
  Object.fromEntries(fieldsIn(form).map(({ id, from }) => [id, from ? drawn(from, context) : null]));
