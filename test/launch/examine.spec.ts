import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { run } from '../../src/kernel/db/public.js';
import { RecordRow } from '../../src/kernel/record/public.js';
import { FixedClock, type Instant } from '../../src/kernel/time/public.js';
import { examine } from '../../src/launch/public.js';
import { recordKinds } from '../../src/launch/record-kinds.js';
import { Accounts } from '../../src/staff/public.js';
import { TestApp } from '../support/app.js';
import { databases } from '../support/database.js';

/** An administrator who wants to know whether all is well, and one who is told that it is not. */
describe.each(databases)('the examination, on %s', (name) => {
  let habeas: TestApp;
  const clock = new FixedClock('2026-11-24T08:00:00.000Z' as Instant);
  beforeAll(async () => {
    habeas = await TestApp.start(name, clock);
    const aigerim = await habeas.as('aigerim');
    for (const text of ['Айша', 'Данияр', 'Сәуле']) await aigerim.post('/api/v1/individuals', { names: [{ text, kind: 'full' }] });
    await habeas.audit();
  });
  afterAll(() => habeas.stop());

  const found = async (): Promise<string[]> => {
    const lines: string[] = [];
    for await (const { state, sentence } of examine(habeas.ground, habeas.app.get(Accounts))) lines.push(`${state} ${sentence}`);
    return lines;
  };
  const bad = async (): Promise<string[]> => (await found()).filter((line) => line.startsWith('bad'));

  it('finds nothing wrong where nothing is, and says what is weaker than it could be', async () => {
    const lines = await found();
    expect(lines.filter((line) => line.startsWith('bad'))).toEqual([]);
    expect(lines).toEqual(expect.arrayContaining(['ok Every sealed part opens: 3 records.', expect.stringMatching(/^warn \d administrators/), expect.stringMatching(/^warn HABEAS_SECOND_FACTOR/)]));
    expect(lines.join()).not.toContain('Айша');
  });

  it('knows every kind of record there is', () => {
    const rows = habeas.ground.database.reader.entityMetadatas.map(({ target }) => target).filter((target) => typeof target === 'function' && target.prototype instanceof RecordRow);
    expect(new Set(recordKinds.map(({ row }) => row))).toEqual(new Set(rows));
  });

  it('counts records that somebody changed in the database', async () => {
    const { manager } = habeas.ground.database.writer;
    const [one] = (await manager.query('SELECT id, sealed FROM individual ORDER BY id LIMIT 1')) as { id: string; sealed: string }[];
    const changed = `${one?.sealed.slice(0, -8)}AAAAAAA=`;
    await run(manager, 'UPDATE individual SET sealed = :changed WHERE id = :id', { changed, id: one?.id });
    expect(await bad()).toEqual(['bad 1 of 3 records do not open with their key: they were changed outside, or come from another instance.']);
    await run(manager, 'UPDATE individual SET sealed = :sealed WHERE id = :id', { sealed: one?.sealed, id: one?.id });
    expect(await bad()).toEqual([]);
  });

  it('sees a clock that was put back', async () => {
    clock.advance(-600);
    expect(await bad()).toEqual([expect.stringMatching(/^bad The clock of this machine \(2026-11-23T22:00:00\.000Z\) is behind/)]);
    clock.advance(600);
  });
});
