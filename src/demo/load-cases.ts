import type { NestExpressApplication } from '@nestjs/platform-express';
import { AddToCase, CaseMembers, OpenCase, ReviseCase } from '../cases/public.js';
import { WithdrawConsent } from '../consents/public.js';
import { ChangeStatus, FindFollowUps, RecordFollowUp } from '../follow-ups/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { addDays, Clock, localDate } from '../kernel/time/public.js';
import { ShareCase } from '../shares/public.js';
import { cases } from './cast/cases.js';
import { demoZone, type CastCase, type CastFollowUp, type CastShare, type CastStaffKey } from './cast/types.js';
import type { Keys } from './keys.js';

type Actors = Readonly<Record<CastStaffKey, Actor>>;

/** The files of the demonstration, each opened by the person who leads it; due days count from today. */
export async function loadCases(app: NestExpressApplication, actors: Actors, keys: Keys): Promise<void> {
  for (const one of cases) {
    const actor = actors[one.lead];
    const { title, summary, stage, priority } = one;
    const caseId = await app.get(OpenCase).run(actor, { title, summary, stage, priority });
    for (const member of one.members) await app.get(CaseMembers).add(actor, caseId, actors[member].id);
    await fill(app, actor, caseId, one, keys);
    for (const share of one.shared ?? []) await shared(app, actors, actor, { caseId, share, keys });
    await app.get(ReviseCase).run(actor, caseId, 1, { outcome: one.outcome });
    for (const followUp of one.followUps) await record(app, actors, actor, caseId, followUp, keys);
  }
}

/** Who agreed, in a case of their own. */
async function shared(app: NestExpressApplication, actors: Actors, actor: Actor, { caseId, share, keys }: { caseId: string; share: CastShare; keys: Keys }): Promise<void> {
  const { id, teamId } = actors[share.by];
  const part = await app.get(ShareCase).part(actor, caseId, { teamId, title: share.title, conditionsRead: true });
  if (share.ended) await app.get(CaseMembers).remove(actor, part, id);
  if (share.withdrawnBy) await app.get(WithdrawConsent).run(actor, 'source', keys.get('source', share.withdrawnBy), { scopes: ['share_partner'], way: 'telephone' });
}

async function fill(app: NestExpressApplication, actor: Actor, caseId: string, one: CastCase, keys: Keys): Promise<void> {
  for (const person of one.individuals) await app.get(AddToCase).individual(actor, caseId, keys.get('person', person));
  for (const detention of one.detentions) await app.get(AddToCase).detention(actor, caseId, keys.get('detention', detention));
}

async function record(
  app: NestExpressApplication,
  actors: Actors,
  actor: Actor,
  caseId: string,
  followUp: CastFollowUp,
  keys: Keys,
): Promise<void> {
  const { kind, task, priority, status, owner, dueInDays, outcome } = followUp;
  const due = dueInDays === null ? null : { said: localDate(addDays(app.get(Clock).now(), dueInDays), demoZone) };
  const id = await app.get(RecordFollowUp).run(actor, {
    ...subjectOf(followUp, caseId, keys),
    ...{ kind, task, priority, due, ownerId: owner ? actors[owner].id : null },
  });
  if (status === 'open' && !outcome) return;
  const { version } = await app.get(FindFollowUps).one(actor, id);
  await app.get(ChangeStatus).run(actor, id, version, { status, outcome: outcome ?? null });
}

function subjectOf({ on }: CastFollowUp, caseId: string, keys: Keys) {
  if (!on) return { caseId };
  if ('individual' in on) return { individualId: keys.get('person', on.individual) };
  if ('detention' in on) return { detentionId: keys.get('detention', on.detention) };
  return { incidentId: keys.get('incident', on.incident) };
}
