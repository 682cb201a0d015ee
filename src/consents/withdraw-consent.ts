import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor/public.js';
import { rowsOf, UnitOfWork } from '../kernel/db/public.js';
import { ConsentWithdrawn } from './consent-withdrawn.js';
import { consentScopes, NARROWEST, withWider, type ConsentScope } from './consent-scopes.js';
import { columnAbout, type ConsentAbout } from './consent-subject.js';
import type { WithdrawConsentInput } from './consent.input.js';
import { Disclosure } from './disclosure.entity.js';
import { RecordConsent } from './record-consent.js';

/** Rows that one withdrawal asks back; somebody whose data went out more often needs another way than tasks. */
const MOST = 500;

/** Takes a consent back: a decision like any other, and a task for every place the data went to under it. */
@Injectable()
export class WithdrawConsent {
  constructor(
    private readonly work: UnitOfWork,
    private readonly consent: RecordConsent,
    private readonly withdrawn: ConsentWithdrawn,
  ) {}

  /** Everything but the help itself, unless scopes are named. Answers how many places have to be asked. */
  run(actor: Actor, about: ConsentAbout, id: string, { scopes, ...talk }: WithdrawConsentInput): Promise<{ id: string; gone: number }> {
    const named = scopes?.length ? scopes : consentScopes.filter((scope) => scope !== NARROWEST);
    return this.work.run(actor, async (work) => {
      const answers = Object.fromEntries(named.map((scope) => [scope, 'withdrawn'])) as Partial<Record<ConsentScope, 'withdrawn'>>;
      const decision = await this.consent.keep(work, about, id, answers, talk);
      const fallen = [...new Set(named.flatMap(withWider))];
      const gone = await rowsOf(work.manager, Disclosure, `WHERE r.${columnAbout[about]} = :id AND r.scope IN (:...fallen) ORDER BY r.left_at DESC LIMIT ${MOST}`, { id, fallen });
      await this.withdrawn.after(work, { about, id, scopes: named, gone });
      work.note({ act: 'consent.withdrawn', kind: 'consent', recordId: decision, facts: { scopes: named.join(' '), gone: gone.length } });
      return { id: decision, gone: gone.length };
    });
  }
}
