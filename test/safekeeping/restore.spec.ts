import { mkdirSync, writeFileSync } from 'node:fs';
import { generateHybridIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '../../src/kernel/actor/public.js';
import { openSnapshot, type OpenDatabase } from '../../src/kernel/db/public.js';
import { RecordIndividual } from '../../src/individuals/public.js';
import { restoreInstance } from '../../src/launch/public.js';
import { MakeBackup, openStore } from '../../src/safekeeping/public.js';
import { dataTables, tablesOfKeys } from '../../src/safekeeping/backup-tables.js';
import { namesOf, plainRow, RowSum } from '../../src/safekeeping/row-lines.js';
import { databases, type DatabaseName } from '../support/database.js';
import { Machine, type Started } from '../support/instance.js';

/** What each table holds, in one word a table. */
export async function contentOf(database: OpenDatabase): Promise<Record<string, string>> {
  const snapshot = await openSnapshot(database);
  const content: Record<string, string> = {};
  for (const plan of [...dataTables(database.reader), ...tablesOfKeys(database.reader)]) {
    const sum = new RowSum();
    for await (const page of snapshot.pages(plan.name, namesOf(plan), plan.keys)) for (const row of page) sum.add(JSON.stringify(plainRow(plan, row)));
    content[plan.name] = `${sum.rows} ${sum.hex}`;
  }
  await snapshot.close();
  return content;
}

/** All but the log, which goes on, and what a start works out anew. */
const goesOn = ['audit_entry', 'audit_head', 'audit_checkpoint', 'clock_basis'];

describe.each(databases)('a backup made on %s', (name) => {
  const machine = new Machine();
  let office: Started;
  let identity: string;
  const other: DatabaseName = name === 'sqlite' ? 'postgres' : 'sqlite';
  const from = machine.at('stick');

  beforeAll(async () => {
    identity = await generateHybridIdentity();
    writeFileSync(machine.at('recipients'), `# the board\n${await identityToRecipient(identity)}\n`);
    mkdirSync(from);
    office = await machine.start(await machine.place(name, 'office', { HABEAS_BACKUP_TO: from, HABEAS_BACKUP_RECIPIENTS: machine.at('recipients') }));
    const record = office.app.get(RecordIndividual);
    for (const text of ['Айша', 'Данияр', 'Сәуле']) await record.run(systemActor('test'), { names: [{ text, kind: 'full' }] } as never);
  });
  afterAll(() => machine.leave());

  it.each([name, other])('gives every row back on %s', async (to) => {
    const before = await contentOf(office.ground.database);
    await office.app.get(MakeBackup).run();
    const settings = await machine.place(to, `home-${to}`);
    const restored = await restoreInstance(settings, openStore(from, settings), { identities: [identity], at: null });
    expect(restored.rows).toBeGreaterThan(10);
    const home = await machine.start(settings);
    const after = await contentOf(home.ground.database);
    const changed = Object.keys(before).filter((table) => after[table] !== before[table] && !goesOn.includes(table));
    expect(changed).toEqual([]);
  });
});
