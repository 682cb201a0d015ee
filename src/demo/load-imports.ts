import type { NestExpressApplication } from '@nestjs/platform-express';
import { FindIndividuals } from '../individuals/public.js';
import { columnsAsked, ImportFile, shippedMapping, TakeBackConsents } from '../intake/public.js';
import type { Actor } from '../kernel/actor/public.js';
import type { Keys } from './keys.js';

/** Two tables of consents from another desk. Both are wrong: see `takeImportsBack`. Brought in before cases are opened. Answers their ids. */
export async function loadImports(app: NestExpressApplication, actor: Actor, keys: Keys): Promise<string[]> {
  const runs = [];
  for (const people of [['kuanysh'], ['kuanysh', 'temirlan']]) runs.push(await imported(app, actor, people.map((person) => keys.get('person', person)), runs.length));
  return runs;
}

/** Takes them back: one wholly, the other but for a person who lies in a circle of other colleagues by now. */
export async function takeImportsBack(app: NestExpressApplication, actor: Actor, runs: readonly string[]): Promise<void> {
  for (const id of runs) await app.get(TakeBackConsents).begin(actor, id);
  await app.get(TakeBackConsents).settled();
}

async function imported(app: NestExpressApplication, actor: Actor, people: readonly string[], nth: number): Promise<string> {
  const mapping = shippedMapping('consents-plain');
  if (!mapping) throw new Error('the mapping of consents is not there');
  const heads = columnsAsked(mapping);
  const lines = [heads.join()];
  for (const [n, id] of people.entries()) {
    const { reference } = await app.get(FindIndividuals).one(actor, id);
    const cells: Readonly<Record<string, string>> = { id: `${nth}-${n}`, of: reference, yes: 'legal_action', 'said on': '16.01.2021', way: 'through_family', 'decided by': 'family', 'could decide': 'cannot_be_reached' };
    lines.push(heads.map((head) => cells[head] ?? '').join());
  }
  return (await app.get(ImportFile).run(actor, { what: 'consents', mapping, dryRun: false, file: Buffer.from(lines.join('\n')) })).id;
}
