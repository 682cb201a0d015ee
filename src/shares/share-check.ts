import { Injectable } from '@nestjs/common';
import { Reach } from '../access/public.js';
import { MayUse, SOON_DAYS, type ConsentAbout, type NotAllowed, type Verdict } from '../consents/public.js';
import { individualKind } from '../individuals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import type { Work } from '../kernel/db/public.js';
import { addDays, type Instant } from '../kernel/time/public.js';
import { sourceKind } from '../sources/public.js';
import type { Bundle, Subject } from './goes-along.js';

/** Somebody to be named to whoever shares: who has not agreed, or made conditions. No number of a source the reader does not reach. */
export interface Named {
  readonly about: ConsentAbout;
  readonly id: string | null;
  readonly reference: string | null;
}

export interface NotAgreed extends Named {
  readonly why: NotAllowed;
}

export interface Ending extends Named {
  readonly until: Instant;
}

export interface Checked {
  /** Bundles of which everybody has agreed. */
  readonly agreed: readonly Bundle[];
  readonly notAgreed: readonly { readonly who: Subject; readonly why: NotAllowed }[];
  readonly conditional: readonly Subject[];
  /** Who agrees, and soon no longer. */
  readonly ending: readonly { readonly who: Subject; readonly until: Instant }[];
}

/** Whether people and sources have agreed that an organisation reads of them: scope `share_partner`, bound to it where partners were named. */
@Injectable()
export class ShareCheck {
  constructor(
    private readonly mayUse: MayUse,
    private readonly reach: Reach,
  ) {}

  /** Whom the organisation recorded itself needs nobody's leave. */
  async of(manager: Work['manager'], bundles: readonly Bundle[], { teamId, at }: { teamId: string; at: Instant }): Promise<Checked> {
    const asked = distinct(bundles.flatMap(({ subjects }) => subjects)).filter((one) => one.teamId !== teamId);
    const verdicts = new Map<string, Verdict>();
    for (const about of ['individual', 'source'] as const) {
      const ids = asked.filter((one) => one.about === about).map(({ id }) => id);
      for (const [id, verdict] of await this.mayUse.of({ about, ids }, { scope: 'share_partner', at, partnerId: teamId }, manager)) verdicts.set(id, verdict);
    }
    const why = (one: Subject): NotAllowed | null => ((verdict) => (verdict && !verdict.allowed ? (verdict.why ?? 'no_record') : null))(verdicts.get(one.id));
    const soon = addDays(at, SOON_DAYS);
    return {
      agreed: bundles.filter(({ subjects }) => subjects.every((one) => why(one) === null)),
      notAgreed: asked.flatMap((one) => ((said) => (said ? [{ who: one, why: said }] : []))(why(one))),
      conditional: asked.filter(({ id }) => verdicts.get(id)?.conditional),
      ending: asked.flatMap((one) => ((verdict) => (verdict?.allowed && verdict.until !== null && verdict.until <= soon ? [{ who: one, until: verdict.until }] : []))(verdicts.get(one.id))),
    };
  }

  /** Their numbers, as far as the reader reaches them. */
  async named(actor: Actor, subjects: readonly Subject[]): Promise<Named[]> {
    const ids = (about: ConsentAbout): string[] => subjects.filter((one) => one.about === about).map(({ id }) => id);
    const [people, sources] = await Promise.all([this.reach.covered(actor, individualKind, ids('individual')), this.reach.covered(actor, sourceKind, ids('source'))]);
    return subjects.map(({ about, id, reference }) => (people.has(id) || sources.has(id) ? { about, id, reference } : { about, id: null, reference: null }));
  }

  notAgreedOf(actor: Actor, { notAgreed }: Pick<Checked, 'notAgreed'>): Promise<NotAgreed[]> {
    return this.withNames(actor, notAgreed);
  }

  /** The soonest first. */
  async endingOf(actor: Actor, { ending }: Pick<Checked, 'ending'>): Promise<Ending[]> {
    return (await this.withNames(actor, ending)).sort((a, b) => (a.until < b.until ? -1 : 1));
  }

  private async withNames<T extends { readonly who: Subject }>(actor: Actor, told: readonly T[]): Promise<(Omit<T, 'who'> & Named)[]> {
    const named = await this.named(actor, told.map(({ who }) => who));
    return told.flatMap(({ who: _, ...more }, n) => ((one) => (one ? [{ ...one, ...more }] : []))(named[n]));
  }
}

const distinct = (subjects: readonly Subject[]): Subject[] => [...new Map(subjects.map((one) => [one.id, one])).values()];
