import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Circles, CircleMember, CircleRecord, Reach, roles, type StaffRole } from '../../src/access/public.js';
import { detentionKind, RecordDetention } from '../../src/detentions/public.js';
import { individualKind, RecordIndividual } from '../../src/individuals/public.js';
import { systemActor, type Actor } from '../../src/kernel/actor/public.js';
import { UnitOfWork } from '../../src/kernel/db/public.js';
import { TestApp } from '../support/app.js';
import { databases } from '../support/database.js';

/** What a person may see, written down a second time, as plainly as can be: the product must agree with it. */
interface World {
  readonly members: readonly (readonly number[])[];
  readonly individuals: readonly { by: number; circles: readonly number[] }[];
  readonly detentions: readonly { by: number; of: number | null; circles: readonly number[] }[];
}

const staff: readonly StaffRole[] = ['caseworker', 'caseworker', 'lawyer', 'intake_volunteer'];

const world: fc.Arbitrary<World> = fc.record({
  members: fc.array(fc.uniqueArray(fc.nat(staff.length - 1), { maxLength: 3 }), { minLength: 2, maxLength: 2 }),
  individuals: fc.array(fc.record({ by: fc.nat(staff.length - 1), circles: fc.uniqueArray(fc.nat(1), { maxLength: 2 }) }), { minLength: 1, maxLength: 4 }),
  detentions: fc.array(
    fc.record({
      by: fc.nat(staff.length - 1),
      of: fc.option(fc.nat(3), { nil: null }),
      circles: fc.uniqueArray(fc.nat(1), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

const inCircle = (who: number, circles: readonly number[], members: World['members']): boolean =>
  circles.length === 0 || circles.some((circle) => members[circle]?.includes(who));

describe.each(databases)('reach on %s', (name) => {
  let habeas: TestApp;
  beforeAll(async () => {
    habeas = await TestApp.start(name);
  });
  afterAll(() => habeas.stop());

  it('is the same for a list, for one record and for the plain rule', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (drawn) => {
        const { actors, individuals, detentions } = await build(habeas, drawn);
        const reach = habeas.app.get(Reach);
        for (const [n, actor] of actors.entries()) {
          const own = roles[staff[n] as StaffRole].ownOnly;
          const persons = drawn.individuals.map((one) => (!own || one.by === n) && inCircle(n, one.circles, drawn.members));
          const stays = drawn.detentions.map((one) => {
            const of = one.of === null ? null : drawn.individuals[one.of % drawn.individuals.length];
            return (!own || one.by === n) && inCircle(n, one.circles, drawn.members) && (!of || inCircle(n, of.circles, drawn.members));
          });
          expect(await seen(reach, actor, individualKind, individuals)).toEqual({ listed: persons, single: persons });
          expect(await seen(reach, actor, detentionKind, detentions)).toEqual({ listed: stays, single: stays });
        }
      }),
      { numRuns: 12 },
    );
  });
});

async function seen(reach: Reach, actor: Actor, kind: typeof individualKind | typeof detentionKind, ids: readonly string[]) {
  const covered = await reach.covered(actor, kind as typeof individualKind, ids);
  const single = await Promise.all(
    ids.map((id) =>
      reach.peek(actor, kind as typeof individualKind, id).then(
        () => true,
        () => false,
      ),
    ),
  );
  return { listed: ids.map((id) => covered.has(id)), single };
}

async function build(habeas: TestApp, drawn: World) {
  const work = habeas.app.get(UnitOfWork);
  const actors: Actor[] = staff.map((role, n) => ({ ...systemActor('test'), id: `0100000${n}-0000-7000-8000-00000000000${n}`, role }));
  const individuals: string[] = [];
  const detentions: string[] = [];
  await work.run(systemActor('test'), async (story) => {
    const circles: string[] = [];
    for (const members of drawn.members) {
      const circle = await habeas.app.get(Circles).open(story);
      circles.push(circle);
      await story.manager.delete(CircleMember, { circleId: circle });
      for (const member of members) await habeas.app.get(Circles).addMember(story, circle, actors[member]?.id ?? '');
    }
    const join = async (kind: string, recordId: string, which: readonly number[]): Promise<void> => {
      for (const n of which) {
        const row = { circleId: circles[n] ?? '', kind, recordId, joinedAt: story.now, joinedBy: 'test' };
        await story.manager.insert(CircleRecord, row);
      }
    };
    const as = (n: number): typeof story => Object.assign(Object.create(story), { actor: { ...systemActor('test'), id: actors[n]?.id } });
    for (const one of drawn.individuals) {
      const id = await habeas.app.get(RecordIndividual).within(as(one.by), { names: [{ text: 'Somebody', kind: 'full', script: null }] });
      individuals.push(id);
    }
    for (const one of drawn.detentions) {
      const individualId = one.of === null ? null : (individuals[one.of % individuals.length] ?? null);
      detentions.push(await habeas.app.get(RecordDetention).within(as(one.by), { individualId, countedAtLeast: 1 }));
    }
    for (const [n, one] of drawn.individuals.entries()) await join('individual', individuals[n] ?? '', one.circles);
    for (const [n, one] of drawn.detentions.entries()) await join('detention', detentions[n] ?? '', one.circles);
  });
  return { actors, individuals, detentions };
}
