import { Readable } from 'node:stream';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AddEvidence, AddStep, TakeFile } from '../evidence/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { demoZone } from './cast/types.js';
import { detentions } from './cast/detentions.js';
import { inventedScan } from './invented-scan.js';
import type { Keys } from './keys.js';

const page = ['INVENTED EXAMPLE', 'Protocol of administrative detention', 'Drawn up on 10 January 2021 at 20:40', 'Place: Almaty. All people and facts are invented.'];

/** A protocol as somebody scanned it, and how it came. */
export async function loadEvidence(app: NestExpressApplication, actor: Actor, keys: Keys): Promise<void> {
  const aboutId = keys.get('detention', detentions[0]?.key ?? '');
  const { taken } = await app.get(TakeFile).run(actor, Readable.from([inventedScan(page)]));
  const said = { title: 'Protocol of detention, one page', kind: 'protocol', fileName: 'хаттама 10.01.2021.pdf', collector: 'A colleague at the station', method: 'Scanner of the office' };
  const id = await app.get(AddEvidence).run(actor, { uploadId: taken.id, about: 'detention', aboutId, ...said, collected: { said: '11.01.2021', zone: demoZone } });
  await app.get(AddStep).run(actor, id, { step: 'viewed', from: null, to: 'The lawyer of the case', reason: 'To compare the hour with what witnesses say' });
}
