import { Injectable } from '@nestjs/common';
import { MayUse, type ConsentScope } from '../consents/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { Problem } from '../kernel/errors/public.js';
import { Clock } from '../kernel/time/public.js';
import { codedValue } from '../vocabularies/public.js';
import { FindTimeline } from './find-timeline.js';
import type { Timeline } from './timeline.js';

/** A timeline cut to what the person and the sources agreed to, and what was cut. */
export interface Consented {
  readonly timeline: Timeline;
  /** Sources that said no: nothing of theirs is left. */
  readonly refused: ReadonlySet<string>;
  /** Sources nobody has asked: what they told is left, their words and who they are is not. */
  readonly unasked: ReadonlySet<string>;
  /** Sources whose account goes along. */
  readonly going: readonly string[];
}

/**
 * Cuts a timeline to a use. The person's consent decides whether there is one at all; a source's, whether its account is in it.
 * A fact is not its teller: of a source nobody has asked the hours stay, without who told them and without free text.
 */
@Injectable()
export class ConsentedTimeline {
  constructor(
    private readonly timelines: FindTimeline,
    private readonly mayUse: MayUse,
    private readonly clock: Clock,
  ) {}

  /**
   * @param partnerId of passing on to a partner: which one; null is none in particular, and then nobody is passed on who named some
   * @throws Problem `consent.not_given` (409) with the scope and why.
   */
  async of(actor: Actor, timeline: Timeline, scope: ConsentScope, partnerId: string | null = null): Promise<Consented> {
    const { individualId } = timeline.detention;
    if (individualId) {
      const { allowed, why } = await this.mayUse.one('individual', individualId, { scope, at: this.clock.now(), partnerId });
      if (!allowed) throw new Problem('consent.not_given', { status: 409, extra: { scope, why } });
    }
    return this.bySources(actor, timeline, scope, partnerId);
  }

  /** Cut by the sources' consent alone, where the person's is asked elsewhere. */
  async bySources(actor: Actor, timeline: Timeline, scope: ConsentScope, partnerId: string | null = null): Promise<Consented> {
    const verdicts = await this.mayUse.of({ about: 'source', ids: personalSources(timeline) }, { scope, at: this.clock.now(), partnerId });
    const because = (test: (why: string | null) => boolean): ReadonlySet<string> => new Set([...verdicts].filter(([, { allowed, why }]) => !allowed && test(why)).map(([one]) => one));
    const refused = because((why) => why !== 'no_record');
    const cut = refused.size > 0 ? await this.timelines.of(actor, timeline.detention.id, timeline.asOf, refused) : timeline;
    return { timeline: cut, refused, unasked: because((why) => why === 'no_record'), going: personalSources(cut) };
  }
}

/** Sources a person stands behind; one out of reach counts as such. */
const personalSources = ({ detention, sources }: Timeline): string[] =>
  [...new Set([...detention.periods, ...detention.events].filter(({ withdrawn }) => !withdrawn).flatMap(({ sourceId, moreSourceIds }) => [...(sourceId ? [sourceId] : []), ...moreSourceIds]))].filter((id) => {
    const source = sources.get(id);
    return !source || codedValue('source-kinds', source.kind)?.asks_consent === true;
  });
