import type { NestExpressApplication } from '@nestjs/platform-express';
import { Disclosures, RecordConsent, WithdrawConsent, type RecordConsentInput } from '../consents/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { addDays, Clock, localDate } from '../kernel/time/public.js';
import { consents, countedInPublic, withdrawals, type CastConsent } from './cast/consents.js';
import { demoZone } from './cast/types.js';
import type { Keys } from './keys.js';

/** Who agreed to what, what went out under it, and who took it back. */
export async function loadConsents(app: NestExpressApplication, actor: Actor, keys: Keys): Promise<void> {
  for (const one of consents) {
    const [about, id] = one.person ? (['individual', keys.get('person', one.person)] as const) : (['source', keys.get('source', one.source ?? '')] as const);
    await app.get(RecordConsent).run(actor, about, id, inputOf(app, one, keys));
  }
  for (const person of new Set(countedInPublic)) {
    await app.get(RecordConsent).run(actor, 'individual', keys.get('person', person), { answers: { public_aggregate: 'yes' }, way: 'in_person', given: { said: '13.01.2021', zone: demoZone }, expires: null });
  }
  for (const { person, given, scopes } of withdrawals) {
    const id = keys.get('person', person);
    await app.get(UnitOfWork).run(actor, async (work) => {
      const what = { recordKind: 'report', recordId: null, scope: 'un_confidential', way: 'export', purpose: 'international', format: 'pdf' } as const;
      await app.get(Disclosures).record(work, { ...what, individualIds: [id], recipient: 'Regional office of the United Nations' });
    });
    await app.get(WithdrawConsent).run(actor, 'individual', id, { given: { said: given }, scopes: [...scopes], way: 'telephone', language: 'ru' });
  }
}

function inputOf(app: NestExpressApplication, { answers, given, more, partner, expiresInDays }: CastConsent, keys: Keys): RecordConsentInput {
  const expires = expiresInDays === undefined ? null : { said: localDate(addDays(app.get(Clock).now(), expiresInDays), demoZone) };
  return { ...more, ...(partner ? { partnerIds: [keys.get('organisation', partner)] } : {}), answers, given: { said: given, zone: demoZone }, expires };
}
