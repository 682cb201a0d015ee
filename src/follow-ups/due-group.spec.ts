import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMinutes, instantOf, millisecondsOf, readInstant, type Instant } from '../kernel/time/public.js';
import { dueEdges, dueGroup, isOverdue } from './due-group.js';

const at = (text: string): Instant => readInstant(text) as Instant;
const open = (latest: Instant | null) => ({ due: { latest }, status: 'open' });

describe('when a task is due', () => {
  // Sunday 10 January 2021, 23:30 in Almaty, which was UTC+6: in London the day has half an evening left.
  const now = at('2021-01-10T17:30:00.000Z');
  const edges = dueEdges(now, 'Asia/Almaty');

  it('counts days by the clock of the organisation, not of the server', () => {
    expect(dueGroup(open(at('2021-01-10T17:59:59.000Z')), edges)).toBe('today');
    expect(dueGroup(open(at('2021-01-10T18:00:00.000Z')), edges)).toBe('week');
  });

  it('is overdue only when its last moment is past', () => {
    expect(dueGroup(open(at('2021-01-10T17:29:00.000Z')), edges)).toBe('overdue');
    expect(dueGroup(open(now), edges)).toBe('today');
  });

  it('ends this week after six more days, and is undated when no last moment is known', () => {
    expect(dueGroup(open(at('2021-01-16T17:59:00.000Z')), edges)).toBe('week');
    expect(dueGroup(open(at('2021-01-16T18:01:00.000Z')), edges)).toBe('later');
    expect([dueGroup(open(null), edges), dueGroup({ due: null, status: 'waiting' }, edges)]).toEqual(['undated', 'undated']);
  });

  it('is never overdue once nothing is left to do', () => {
    for (const status of ['done', 'cancelled', 'not_possible']) {
      expect(dueGroup({ due: { latest: at('2020-01-01T00:00:00.000Z') }, status }, edges)).toBe('finished');
    }
  });

  it('agrees with what is called overdue, and only moves towards overdue as time passes', () => {
    const moment = fc.integer({ min: millisecondsOf(at('2020-01-01T00:00:00.000Z')), max: millisecondsOf(at('2022-01-01T00:00:00.000Z')) }).map(instantOf);
    const order = ['later', 'week', 'today', 'overdue'];
    fc.assert(
      fc.property(moment, moment, fc.nat(100_000), (latest, first, minutes) => {
        const groups = [first, addMinutes(first, minutes)].map((one) => dueGroup(open(latest), dueEdges(one, 'Asia/Almaty')));
        expect(groups[0] === 'overdue').toBe(isOverdue(open(latest), first));
        expect(order.indexOf(groups[1] ?? '')).toBeGreaterThanOrEqual(order.indexOf(groups[0] ?? ''));
      }),
    );
  });
});
