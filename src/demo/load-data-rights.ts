import type { NestExpressApplication } from '@nestjs/platform-express';
import { EraseSubject } from '../erasure/public.js';
import { Holds } from '../holds/public.js';
import { RecordIndividual } from '../individuals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { addDays, Clock, localDate } from '../kernel/time/public.js';
import { RecordRequest } from '../requests/public.js';
import { demoZone, type CastStaffKey } from './cast/types.js';
import type { Keys } from './keys.js';

/** Days since the request came: few are left of its month. */
const ASKED_DAYS_AGO = 27;

/** One request whose month is nearly over, one hold, and one person who was erased: what these pages look like in use. */
export async function loadDataRights(app: NestExpressApplication, actors: Readonly<Record<CastStaffKey, Actor>>, keys: Keys): Promise<void> {
  const { aigerim, dana, marat } = actors;
  const received = { said: localDate(addDays(app.get(Clock).now(), -ASKED_DAYS_AGO), demoZone) };
  await app.get(RecordRequest).run(aigerim, {
    ...{ what: 'access', individualId: keys.get('person', 'aidos'), askedBy: 'relative', identity: 'call_back', received },
    ...{ asker: 'Invented sister', wording: 'Please tell us what you have written down, and who has seen it.' },
  });
  const reason = 'The protocol of this day is evidence in the appeal.';
  await app.get(Holds).set(dana, { kind: 'individual', recordId: keys.get('person', 'askhat'), reason, until: null });
  const id = await app.get(RecordIndividual).run(aigerim, { names: [{ text: 'Somebody Invented', kind: 'full', script: null }], sex: 'female' });
  await app.get(UnitOfWork).run(marat, (work) => app.get(EraseSubject).now(work, { kind: 'individual', id }, { ground: 'withdrawn', proposedBy: aigerim.id }));
}
