import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { columnsOf } from '../kernel/db/public.js';
import { addMinutes, type Bounds, type Instant } from '../kernel/time/public.js';
import type { ClockFacts } from './clock-facts.js';
import { evaluateClocks } from './evaluate-clocks.js';
import { shippedPacks } from './rule-packs.js';

const packs = shippedPacks();
const began = '2021-01-10T04:00:00.000Z' as Instant;
const now = addMinutes(began, 60 * 24 * 5);

const bounds = (earliest: number, latest: number): Bounds => ({
  ...{ earliest: addMinutes(began, earliest), latest: addMinutes(began, latest), precision: 'between' as const, zone: 'Asia/Almaty', asSaid: null },
});

/** A moment with bounds, and narrower bounds within them. */
const told = fc
  .tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 600 }), fc.nat(600), fc.nat(600))
  .map(([from, length, a, b]) => {
    const [left, right] = [Math.min(a, length), Math.min(b, length)].sort((x, y) => x - y);
    return { wide: bounds(from, from + length), narrow: bounds(from + (left ?? 0), from + (right ?? 0)) };
  });

const kinds = ['apprehended', 'detention_protocol_drawn', 'brought_before_judge', 'remand_ordered', 'prosecutor_notified', 'released_no_charge', 'ruling_copy_served', 'appeal_lodged'];
const events = fc.array(fc.tuple(fc.constantFrom(...kinds), told), { minLength: 1, maxLength: 6 }).map((all) => [...new Map(all).entries()]);
const answers = fc.record({ criminal: fc.constantFrom('yes' as const, 'no' as const), arrest_bearing: fc.constantFrom('yes' as const, 'no' as const) }, { requiredKeys: [] });

const factsOf = (all: readonly (readonly [string, { wide: Bounds; narrow: Bounds }])[], which: 'wide' | 'narrow', given: ClockFacts['answers']): ClockFacts => ({
  ...{ kind: 'unknown', answers: given, minor: null, country: 'KZ', periods: [] },
  events: all.map(([kind, at], n) => ({ id: String(n), kind, account: 'observed' as const, at: columnsOf(at[which]), withdrawn: false })),
});

describe('a clock', () => {
  it('never turns from within to exceeds or back when a moment is known more closely', () => {
    fc.assert(
      fc.property(events, answers, (all, given) => {
        const [before, after] = [evaluateClocks(packs, factsOf(all, 'wide', given), now), evaluateClocks(packs, factsOf(all, 'narrow', given), now)];
        for (const { told: first } of before) {
          const second = after.find(({ told: one }) => one.packed.rule === first.packed.rule)?.told;
          if (!second) continue;
          if (first.state === 'within') expect(second.state).not.toBe('exceeds');
          if (first.state === 'exceeds') expect(second.state).not.toBe('within');
        }
      }),
    );
  });

  it('never gets wider bounds when a moment is known more closely', () => {
    fc.assert(
      fc.property(events, (all) => {
        const [before, after] = [evaluateClocks(packs, factsOf(all, 'wide', {}), now), evaluateClocks(packs, factsOf(all, 'narrow', {}), now)];
        for (const { told: first } of before) {
          const second = after.find(({ told: one }) => one.packed.rule === first.packed.rule)?.told;
          // Bounds that no longer overlap may leave a stop out; only the same moments are compared.
          if (!second?.due || !first.due) continue;
          expect((second.due.earliest ?? '') >= (first.due.earliest ?? '') && (second.due.latest ?? '') <= (first.due.latest ?? '')).toBe(true);
        }
      }),
    );
  });

  it('does not depend on the order in which events were recorded', () => {
    fc.assert(
      fc.property(events, (all) => {
        const stateOf = (list: typeof all) => evaluateClocks(packs, factsOf(list, 'wide', {}), now).map(({ told: one }) => [one.packed.rule.id, one.state, one.due]);
        expect(stateOf([...all].reverse())).toEqual(stateOf(all));
      }),
    );
  });

  it('only drops a condition when the fact becomes known, and is never chosen before', () => {
    const all = [['apprehended', { wide: bounds(0, 10), narrow: bounds(0, 10) }], ['released_no_charge', { wide: bounds(600, 610), narrow: bounds(600, 610) }]] as const;
    const ids = (given: ClockFacts['answers']) => evaluateClocks(packs, factsOf(all, 'wide', given), now).filter(({ told: one }) => one.state !== 'not_applicable').map(({ told: one }) => one.packed.rule.id);
    const open = new Set(ids({}));
    expect(ids({ criminal: 'no', arrest_bearing: 'no' }).every((id) => open.has(id))).toBe(true);
  });
});

describe('the packs that come with the product', () => {
  it('name what was not read in the text of the law as needing a lawyer', () => {
    const rules = packs.flatMap((pack) => pack.rules);
    expect(rules.length).toBeGreaterThan(60);
    expect(rules.filter(({ review }) => (review.certainty === 'read_in_text') !== (review.status === 'source_read'))).toEqual([]);
  });
});
