import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Actor } from '../kernel/actor/public.js';
import { addDays, Clock, localDate } from '../kernel/time/public.js';
import { FindSubmissions, OpenSubmission, ReviseSubmission, SendSubmission } from '../submissions/public.js';
import { demoZone } from './cast/types.js';
import type { Keys } from './keys.js';

/** Days since the briefing went out: its reply is due soon. */
const SENT_DAYS_AGO = 20;

/** One draft that lacks something, one for the partner that a person named, and one that was sent and waits for a reply. */
export async function loadSubmissions(app: NestExpressApplication, actor: Actor, keys: Keys): Promise<void> {
  await app.get(OpenSubmission).run(actor, { form: 'wgad-questionnaire', detentionId: keys.get('detention', 'madina') });
  await app.get(OpenSubmission).run(actor, { form: 'partner-briefing', detentionId: keys.get('detention', 'askhat'), partnerId: keys.get('organisation', 'litWindow') });
  const id = await app.get(OpenSubmission).run(actor, { form: 'osce-briefing', detentionId: keys.get('detention', 'aidos') });
  const draft = await app.get(FindSubmissions).one(actor, id);
  const written: Record<string, string> = {
    summary: 'A programme coordinator was held in a cordon on Qyran Square for hours and then at a police station. No paper acknowledges the first hours.',
    asks: 'That the delegation raises the hours in the cordon with the authorities.',
  };
  const texts = Object.fromEntries(draft.missing.filter(({ required }) => required).map(({ field }) => [field, written[field] ?? 'Not known to us at the time of writing.']));
  await app.get(ReviseSubmission).run(actor, id, draft.submission.version, { texts });
  const sent = { said: localDate(addDays(app.get(Clock).now(), -SENT_DAYS_AGO), demoZone) };
  await app.get(SendSubmission).run(actor, id, draft.submission.version + 1, { how: 'email', recipient: 'Delegation of a participating State', sent });
}
