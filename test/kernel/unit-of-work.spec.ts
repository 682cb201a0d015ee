import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditEntry, ChainedLedger, verifyChain } from '../../src/audit/public.js';
import { systemActor } from '../../src/kernel/actor/public.js';
import { UnitOfWork } from '../../src/kernel/db/public.js';
import { ReferenceCounter } from '../../src/kernel/record/public.js';
import { SystemClock } from '../../src/kernel/time/public.js';
import { databases, testDatabase, type TestDatabase } from '../support/database.js';

const actor = systemActor('test');
const note = { act: 'instance.started', kind: 'instance', recordId: null };

describe.each(databases)('200 requests at once on %s', (name) => {
  let database: TestDatabase;
  let work: UnitOfWork;
  beforeAll(async () => {
    database = await testDatabase(name);
    work = new UnitOfWork(database.open, new ChainedLedger(database.open.dialect), new SystemClock());
  });
  afterAll(() => database.close());

  const counters = (): Promise<ReferenceCounter[]> => database.open.reader.getRepository(ReferenceCounter).find();

  it('loses nothing that was acknowledged, keeps nothing of what failed, and shows nobody half a story', async () => {
    const dirty: string[] = [];
    const pairs = Array.from({ length: 200 }, (_, n) => async () => {
      await work.run(actor, async (story) => {
        await story.manager.insert(ReferenceCounter, { series: `a-${n}`, last: n });
        const halves = (await counters()).filter((row) => row.series === `a-${n}`);
        if (halves.length > 0) dirty.push(`a-${n}`);
        if (n % 3 === 0) throw new Error('this one fails halfway');
        await story.manager.insert(ReferenceCounter, { series: `b-${n}`, last: n });
        story.note(note);
      });
    });
    const results = await Promise.allSettled(pairs.map((run) => run()));

    const kept = (await counters()).map((row) => row.series).sort();
    const acknowledged = results.flatMap((result, n) => (result.status === 'fulfilled' ? [`a-${n}`, `b-${n}`] : []));
    expect(acknowledged.length).toBe(266);
    expect(kept).toEqual(acknowledged.sort());
    expect(dirty).toEqual([]);
  });

  it('numbers what 200 raise at once without a gap or a double', async () => {
    await work.run(actor, async (story) => {
      await story.manager.insert(ReferenceCounter, { series: 'shared', last: 0 });
      story.note(note);
    });
    await Promise.all(
      Array.from({ length: 200 }, () =>
        work.run(actor, async (story) => {
          await story.manager.increment(ReferenceCounter, { series: 'shared' }, 'last', 1);
          story.note(note);
        }),
      ),
    );
    expect((await counters()).find((row) => row.series === 'shared')?.last).toBe(200);
  });

  it('chains the audit entries of all of them, reads between the writes included', async () => {
    const before = await database.open.reader.getRepository(AuditEntry).count();
    const at = work.clock.now();
    await Promise.all(
      Array.from({ length: 200 }, (_, n) =>
        n % 2 === 0
          ? work.run(actor, (story) => Promise.resolve(story.note(note)))
          : work.log([{ ...note, actor, at }]),
      ),
    );
    const state = await verifyChain(database.open.reader.manager);
    expect(state).toEqual({ entries: before + 200, firstFault: null, fault: null });
  });

  it('refuses a change that leaves no audit entry', async () => {
    const silent = work.run(actor, (story) => story.manager.insert(ReferenceCounter, { series: 'silent', last: 1 }));
    await expect(silent).rejects.toThrow('without an audit entry');
    expect((await counters()).some((row) => row.series === 'silent')).toBe(false);
  });

  it('refuses an act that is not in the registry', async () => {
    await expect(work.run(actor, (story) => Promise.resolve(story.note({ ...note, act: 'record.tampered' })))).rejects.toThrow(
      'not in the registry',
    );
  });

  it('lets nobody change the log by hand', async () => {
    const byHand = database.open.writer.query(`UPDATE audit_entry SET act = 'nothing'`);
    await expect(byHand).rejects.toThrow('append-only');
    await expect(database.open.writer.query('DELETE FROM audit_entry')).rejects.toThrow('append-only');
  });
});

describe.each(databases)('the reading door of %s', (name) => {
  it('cannot write', async () => {
    const database = await testDatabase(name);
    await expect(database.open.reader.query(`UPDATE audit_head SET size = 9`)).rejects.toThrow(/read-?only/);
    await database.close();
  });
});
