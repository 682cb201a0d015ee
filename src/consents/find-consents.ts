import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Reach } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { rowsOf } from '../kernel/db/public.js';
import { pageOf, type PageOf } from '../kernel/http/public.js';
import { Records } from '../kernel/record/public.js';
import { addDays, Clock, type Instant } from '../kernel/time/public.js';
import { mayBeUsed, ofAge } from './allowed-use.js';
import { consentKind } from './consent-decision.kind.js';
import { consentScopes } from './consent-scopes.js';
import { ConsentStanding } from './consent-standing.entity.js';
import { consentAbouts, kindsAbout, columnAbout, type ConsentAbout } from './consent-subject.js';
import type { DisclosureListInput } from './consent.input.js';
import { decisionView, disclosureView, standingView, type ConsentsView, type DisclosureView, type ExpiringView } from './consent.view.js';
import { disclosureKind } from './disclosure.kind.js';
import { MayUse } from './may-use.js';

/** Days ahead in which an ending consent is shown. */
export const SOON_DAYS = 60;
/** How many of each kind. */
const FEW = 50;

/** Reads what people agreed to and where their data went, within reach of the people themselves. */
@Injectable()
export class FindConsents {
  constructor(
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly mayUse: MayUse,
    private readonly reader: EntityManager,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `not_found` */
  async of(actor: Actor, about: ConsentAbout, id: string): Promise<ConsentsView> {
    await this.reach.peek(actor, kindsAbout[about], id);
    const [standing, rows] = await Promise.all([
      this.standing(about, id),
      this.reach.rows(actor, consentKind, `r.${columnAbout[about]} = :id ORDER BY r.recorded_at DESC, r.id DESC`, { id }),
    ]);
    const known = await this.records.open(this.reader, consentKind, rows);
    await this.reach.saw(actor, kindsAbout[about], [id]);
    return { standing, decisions: known.map((one) => decisionView(actor, one)) };
  }

  /** How it stands by scope, for a page about somebody who was reached already. */
  async standing(about: ConsentAbout, id: string): Promise<ConsentsView['standing']> {
    const { decisions, subject } = (await this.mayUse.knownOf({ about, ids: [id] })).get(id) ?? { decisions: [], subject: ofAge };
    const at = this.clock.now();
    return consentScopes.map((scope) => standingView(scope, mayBeUsed({ scope, at }, decisions, subject)));
  }

  /** What ends within sixty days, the soonest first. */
  async expiring(actor: Actor): Promise<ExpiringView[]> {
    const now = this.clock.now();
    const found = await Promise.all(consentAbouts.map((about) => this.expiringOf(actor, about, now)));
    return found.flat().sort((a, b) => (a.until < b.until ? -1 : 1)).slice(0, FEW);
  }

  async disclosures(actor: Actor, { about, id, ...page }: DisclosureListInput): Promise<PageOf<DisclosureView>> {
    if (about && id) await this.reach.peek(actor, kindsAbout[about], id);
    const query = this.reach.list(actor, disclosureKind, 'd');
    if (about && id) query.andWhere(`d.${columnAbout[about]} = :subjectId`, { subjectId: id });
    const found = await pageOf(query, { by: 'leftAt', direction: 'DESC' }, page, (row) => row.leftAt);
    const known = await this.records.open(this.reader, disclosureKind, found.items);
    await this.reach.saw(actor, disclosureKind, found.items.map((row) => row.id), 'listed');
    return { ...found, items: known.map((one) => disclosureView(actor, one)) };
  }

  private async expiringOf(actor: Actor, about: ConsentAbout, now: Instant): Promise<ExpiringView[]> {
    const soon = addDays(now, SOON_DAYS);
    const where = 'WHERE r.about = :about AND r.until > :now AND r.until <= :soon ORDER BY r.until, r.subject_id LIMIT 1000';
    const rows = await rowsOf(this.reader, ConsentStanding, where, { about, now, soon });
    const ids = [...new Set(rows.map(({ subjectId }) => subjectId))];
    if (ids.length === 0) return [];
    const reached = await this.reach.rows(actor, kindsAbout[about], 'r.id IN (:...ids)', { ids });
    await this.reach.saw(actor, kindsAbout[about], reached.map((row) => row.id), 'listed');
    const references = new Map(reached.map((row) => [row.id, (row as unknown as { reference: string }).reference]));
    return ids.flatMap((subjectId) => {
      const own = rows.filter((row) => row.subjectId === subjectId);
      const reference = references.get(subjectId);
      const until = own[0]?.until;
      return reference && until ? [{ about, subjectId, reference, until, scopes: own.filter((row) => row.until === until).map(({ scope }) => scope) }] : [];
    });
  }
}
