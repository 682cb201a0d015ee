import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor/public.js';
import { rowsOf, UnitOfWork, type Work } from '../kernel/db/public.js';
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
    return this.work.run(actor, (work) => this.within(work, about, id, { scopes, ...talk }));
  }

  /** The same inside a larger story. */
  async within(work: Work, about: ConsentAbout, id: string, { scopes, ...talk }: WithdrawConsentInput): Promise<{ id: string; gone: number }> {
    const named = scopes?.length ? scopes : consentScopes.filter((scope) => scope !== NARROWEST);
    const answers = Object.fromEntries(named.map((scope) => [scope, 'withdrawn'])) as Partial<Record<ConsentScope, 'withdrawn'>>;
    const decisionId = await this.consent.keep(work, about, id, answers, talk);
    return { id: decisionId, gone: await this.askBack(work, { about, id, decisionId }, named) };
  }

  /** Has asked for back what went out under a use that a decision withdrew. Answers from how many places. */
  async askBack(work: Work, { about, id, decisionId }: { about: ConsentAbout; id: string; decisionId: string }, named: readonly ConsentScope[]): Promise<number> {
    const fallen = [...new Set(named.flatMap(withWider))];
    const gone = await rowsOf(work.manager, Disclosure, `WHERE r.${columnAbout[about]} = :id AND r.scope IN (:...fallen) ORDER BY r.left_at DESC LIMIT ${MOST}`, { id, fallen });
    await this.withdrawn.after(work, { about, id, scopes: named, gone });
    work.note({ act: 'consent.withdrawn', kind: 'consent', recordId: decisionId, facts: { scopes: named.join(' '), gone: gone.length } });
    return gone.length;
  }
}
