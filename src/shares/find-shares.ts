import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Reach } from '../access/public.js';
import { caseKind } from '../cases/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { Clock } from '../kernel/time/public.js';
import { Teams } from '../staff/public.js';
import { bundlesOf } from './goes-along.js';
import { formerPartnersOf, partnersOf } from './partners-of.js';
import { ShareCheck } from './share-check.js';
import type { ShareView } from './share.view.js';

/** With whom a case is shared, whether everybody in it still agrees, and with whom it was shared before. */
@Injectable()
export class FindShares {
  constructor(
    private readonly reach: Reach,
    private readonly reader: EntityManager,
    private readonly teams: Teams,
    private readonly check: ShareCheck,
    private readonly clock: Clock,
  ) {}

  /** Part of the page of a case that logs itself. @throws Problem `not_found` */
  async of(actor: Actor, caseId: string): Promise<ShareView[]> {
    const opened = await this.reach.peek(actor, caseKind, caseId);
    const now = this.clock.now();
    const partners = await partnersOf({ manager: this.reader, now }, opened);
    const bundles = partners.length > 0 ? await bundlesOf(this.reader, opened) : [];
    const found: ShareView[] = [];
    for (const { teamId, staffIds } of partners) {
      const checked = await this.check.of(this.reader, bundles, { teamId, at: now });
      const [team, notAgreed, ending] = await Promise.all([this.teams.nameOf({ manager: this.reader }, teamId), this.check.notAgreedOf(actor, checked), this.check.endingOf(actor, checked)]);
      found.push({ teamId, team, staffIds: [...staffIds], notAgreed, ending, endedAt: null });
    }
    for (const { teamId, endedAt } of await formerPartnersOf({ manager: this.reader, now }, opened)) {
      found.push({ teamId, team: await this.teams.nameOf({ manager: this.reader }, teamId), staffIds: [], notAgreed: [], ending: [], endedAt });
    }
    return found;
  }
}
