import { Injectable } from '@nestjs/common';
import { Circles } from '../access/public.js';
import { Case } from '../cases/public.js';
import { ConsentChanged, type ConsentAbout } from '../consents/public.js';
import { rowsOf, type Work } from '../kernel/db/public.js';
import { KeepShareTasks } from './keep-share-tasks.js';
import { WatchShares } from './watch-shares.js';

/** Where an individual or source is known to be read by another organisation: by the register, or as one of the people of a shared case. */
const passedOn: Readonly<Record<ConsentAbout, string>> = {
  individual: `SELECT d.record_id FROM disclosure d WHERE d.individual_id = :id AND d.record_kind = 'case' AND d.way = 'share' UNION SELECT ci.case_id FROM case_individual ci WHERE ci.individual_id = :id`,
  source: `SELECT d.record_id FROM disclosure d WHERE d.source_id = :id AND d.record_kind = 'case' AND d.way = 'share'`,
};

/** Puts the tasks about shares in order in the same transaction as what moved them: a consent that was spoken of, somebody who left the circle of a case. */
@Injectable()
export class AskToEnd {
  constructor(
    private readonly tasks: KeepShareTasks,
    private readonly watch: WatchShares,
    changed: ConsentChanged,
    circles: Circles,
  ) {
    changed.tell((work, about, id) => this.heard(work, about, id));
    circles.leaving.tell((work, circleId) => this.left(work, circleId));
  }

  private async heard(work: Work, about: ConsentAbout, id: string): Promise<void> {
    for (const opened of await rowsOf(work.manager, Case, `WHERE r.id IN (${passedOn[about]}) ORDER BY r.id`, { id })) await this.tasks.settle(work, opened);
    // The register may not have the sources of shares that are older than itself: all shares are looked at.
    if (about === 'source') work.afterCommit(() => this.watch.soon());
  }

  private async left(work: Work, circleId: string): Promise<void> {
    for (const opened of await rowsOf(work.manager, Case, 'WHERE r.circle_id = :circleId', { circleId })) await this.tasks.settle(work, opened);
  }
}
