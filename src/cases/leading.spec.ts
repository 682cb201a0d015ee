import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { objectionToAdding, objectionToLeaving } from './leading.js';

const people = { leadId: 'aigerim', members: ['aigerim', 'dana', 'bolat'] };

describe('who may bring people into a case and take them out', () => {
  it('is the lead alone for bringing in: they answer for who knows', () => {
    expect([objectionToAdding(people, 'aigerim'), objectionToAdding(people, 'dana')]).toEqual([null, 'case.lead_only']);
  });

  it('lets the lead remove others, and anyone leave by themselves', () => {
    expect(objectionToLeaving(people, 'aigerim', 'dana')).toBeNull();
    expect(objectionToLeaving(people, 'dana', 'dana')).toBeNull();
    expect(objectionToLeaving(people, 'dana', 'bolat')).toBe('case.lead_only');
  });

  it('keeps the lead until the case is handed over, and the last member for good', () => {
    expect(objectionToLeaving(people, 'aigerim', 'aigerim')).toBe('case.lead_stays');
    expect(objectionToLeaving({ leadId: 'aigerim', members: ['aigerim'] }, 'aigerim', 'aigerim')).toBe('case.last_member');
  });

  it('never empties a case, whoever leaves in whatever order', () => {
    const staff = ['a', 'b', 'c', 'd'];
    const step = fc.record({ actor: fc.constantFrom(...staff), leaving: fc.constantFrom(...staff) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let members = [...staff];
        for (const { actor, leaving } of steps) {
          const allowed = members.includes(leaving) && !objectionToLeaving({ leadId: 'a', members }, actor, leaving);
          if (allowed) members = members.filter((one) => one !== leaving);
        }
        expect(members).toContain('a');
      }),
    );
  });
});
