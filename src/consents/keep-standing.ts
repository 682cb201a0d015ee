import { Injectable } from '@nestjs/common';
import { IndividualChanged } from '../individuals/public.js';
import { putRows, run, type Work } from '../kernel/db/public.js';
import { mayBeUsed } from './allowed-use.js';
import { ConsentChanged } from './consent-changed.js';
import { consentScopes } from './consent-scopes.js';
import { ConsentStanding } from './consent-standing.entity.js';
import type { ConsentAbout } from './consent-subject.js';
import { MayUse } from './may-use.js';

/** Works out anew how somebody's consent stands, in the transaction of the change that may have moved it. */
@Injectable()
export class KeepStanding {
  constructor(
    private readonly mayUse: MayUse,
    private readonly changed: ConsentChanged,
    individuals: IndividualChanged,
  ) {
    individuals.tell((work, id) => this.after(work, 'individual', id));
  }

  async after(work: Work, about: ConsentAbout, subjectId: string): Promise<void> {
    const known = (await this.mayUse.knownOf({ about, ids: [subjectId] }, work.manager)).get(subjectId);
    await run(work.manager, 'DELETE FROM consent_standing WHERE subject_id = :subjectId', { subjectId });
    if (!known || known.decisions.length === 0) return;
    const rows = consentScopes.map((scope): ConsentStanding => {
      const { needsLegalReview, until, decisionIds } = mayBeUsed({ scope, at: work.now }, known.decisions, known.subject);
      // A list for partners is for none in particular: who agreed to some of them only is not on it.
      const { allowed, why } = mayBeUsed({ scope, at: work.now, partnerId: null }, known.decisions, known.subject);
      return { subjectId, scope, about, allowed, why, needsLegalReview, until, decisionId: decisionIds[0] ?? null, computedAt: work.now };
    });
    await putRows(work.manager, ConsentStanding, rows);
    await this.changed.after(work, about, subjectId);
  }
}
