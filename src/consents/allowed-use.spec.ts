import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMinutes, readInstant, type Instant } from '../kernel/time/public.js';
import { mayBeUsed, ofAge, type ConsentSubject } from './allowed-use.js';
import { consentScopes, withNarrower, type ConsentScope } from './consent-scopes.js';
import type { Decision } from './said-of-scope.js';

const start = readInstant('2026-01-01T00:00:00.000Z') as Instant;
const hour = (hours: number): Instant => addMinutes(start, hours * 60);
const END = 2000;

function decision(answers: Decision['answers'], more: Partial<Decision> = {}): Decision {
  const given = { earliest: hour(1), latest: hour(1) };
  const when = more.given ?? given;
  return { id: 'd', answers, recordedAt: when.latest ?? hour(END / 2), expiresAt: null, givenBy: 'self', capacity: 'able', partnerIds: null, conditional: false, ...more, given: when };
}

const at = (hours: number): Decision['given'] => ({ earliest: hour(hours), latest: hour(hours) });
const allowed = (scope: ConsentScope, decisions: readonly Decision[], subject: ConsentSubject = ofAge, hours = END): boolean | string =>
  ((verdict) => verdict.why ?? verdict.allowed)(mayBeUsed({ scope, at: hour(hours) }, decisions, subject));

const anyDecision: fc.Arbitrary<Decision> = fc
  .record({
    answers: fc.dictionary(fc.constantFrom(...consentScopes), fc.constantFrom('yes', 'no', 'withdrawn'), { maxKeys: 4 }),
    from: fc.nat(900),
    lasting: fc.nat(48),
    open: fc.constantFrom('none', 'earliest', 'latest'),
    late: fc.nat(90),
    term: fc.option(fc.integer({ min: 1, max: 1900 })),
    givenBy: fc.constantFrom('self', 'guardian', 'family', 'representative'),
    capacity: fc.constantFrom('able', 'too_young', 'cannot_be_reached', 'not_able'),
    id: fc.uuid(),
  })
  .map(({ from, lasting, open, late, term, ...rest }) => ({
    ...rest,
    given: { earliest: open === 'earliest' ? null : hour(from), latest: open === 'latest' ? null : hour(from + lasting) },
    recordedAt: hour(from + late),
    expiresAt: term === null ? null : hour(term),
    partnerIds: null,
    conditional: false,
  })) as fc.Arbitrary<Decision>;

const someDecisions = fc.array(anyDecision, { maxLength: 6 });
const someSubject: fc.Arbitrary<ConsentSubject> = fc.oneof(
  fc.constant(ofAge),
  fc.option(fc.integer({ min: 0, max: END * 2 })).map((grown) => ({ minor: true, grownAt: grown === null ? null : hour(grown) })),
);
const someScope = fc.constantFrom(...consentScopes);
const yes = (scope: ConsentScope, decisions: readonly Decision[], subject: ConsentSubject, hours: number): boolean => mayBeUsed({ scope, at: hour(hours) }, decisions, subject).allowed;

describe('what somebody has agreed to', () => {
  it('is help inside the organisation as long as nobody asked, and nothing else', () => {
    expect(consentScopes.filter((scope) => allowed(scope, []) === true)).toEqual(['internal_help']);
    expect(allowed('un_named', [])).toBe('no_record');
  });

  it('takes the narrower uses of its line along, and no other line', () => {
    const all = (answers: Decision['answers']): ConsentScope[] => consentScopes.filter((scope) => allowed(scope, [decision(answers)]) === true);
    expect(all({ public_name: 'yes' })).toEqual(['internal_help', 'public_aggregate', 'public_pseudonym', 'public_name']);
    expect(all({ un_named: 'yes' })).toEqual(['internal_help', 'un_confidential', 'un_named']);
    expect(all({ public_name: 'yes', public_pseudonym: 'no' })).toEqual(['internal_help']);
    expect(all({ internal_help: 'no' })).toEqual([]);
  });

  it('follows the last word, and where the order is not known the narrower one', () => {
    const [no, later] = [decision({ legal_action: 'no' }, { given: at(5) }), decision({ legal_action: 'yes' }, { given: at(9) })];
    expect([allowed('legal_action', [no, later]), allowed('legal_action', [later, no])]).toEqual([true, true]);
    expect(allowed('legal_action', [later, decision({ legal_action: 'withdrawn' }, { given: at(10) })])).toBe('withdrawn');
    const sameDay = { given: { earliest: hour(0), latest: hour(24) }, recordedAt: hour(12) };
    expect(allowed('legal_action', [no, decision({ legal_action: 'yes' }, sameDay)])).toBe('order_unclear');
    expect(allowed('legal_action', [decision({ legal_action: 'yes' }, { expiresAt: hour(40) })], ofAge, 41)).toBe('expired');
  });

  it('lets a family speak only for who cannot be asked, only where it may, and never against the person', () => {
    const family = (scope: ConsentScope, capacity: string): Decision => decision({ [scope]: 'yes' }, { givenBy: 'family', capacity });
    expect(allowed('un_named', [family('un_named', 'cannot_be_reached')])).toBe(true);
    expect(mayBeUsed({ scope: 'un_named', at: hour(9) }, [family('un_named', 'cannot_be_reached')], ofAge).needsLegalReview).toBe(true);
    expect(allowed('un_named', [family('un_named', 'able')])).toBe('giver_not_allowed');
    expect(allowed('public_name', [family('public_name', 'died')])).toBe('giver_not_allowed');
    expect(allowed('un_named', [family('un_named', 'cannot_be_reached'), decision({ un_named: 'no' }, { given: at(3) })])).toBe('refused');
  });

  it('asks of a minor both the guardian and the child, and of the grown person again', () => {
    const child: ConsentSubject = { minor: true, grownAt: hour(500) };
    const own = decision({ legal_action: 'yes' }, { id: 'own' });
    const mother = decision({ legal_action: 'yes' }, { id: 'mother', givenBy: 'guardian' });
    expect([allowed('legal_action', [own], child, 9), allowed('legal_action', [mother], child, 9), allowed('legal_action', [own, mother], child, 9)]).toEqual(['guardian_missing', 'own_missing', true]);
    const ofBaby = { ...mother, capacity: 'too_young' };
    expect([allowed('legal_action', [ofBaby], child, 9), allowed('legal_action', [ofBaby], child, 501)]).toEqual([true, 'own_missing']);
    expect(mayBeUsed({ scope: 'legal_action', at: hour(9) }, [ofBaby], child)).toMatchObject({ until: hour(500), needsLegalReview: true });
    expect([allowed('legal_action', [own], child, 501), allowed('legal_action', [{ ...own, given: at(600), recordedAt: hour(600) }], child, 601)]).toEqual(['guardian_missing', true]);
  });

  it('binds passing on to the partners that were named', () => {
    const decisions = [decision({ share_partner: 'yes' }, { partnerIds: ['one'] })];
    const to = (partnerId?: string | null): string | boolean => ((verdict) => verdict.why ?? verdict.allowed)(mayBeUsed({ scope: 'share_partner', at: hour(9), ...(partnerId === undefined ? {} : { partnerId }) }, decisions, ofAge));
    expect([to('one'), to('other'), to(null), to()]).toEqual([true, 'other_partner', 'other_partner', true]);
  });
});

describe('whatever was decided, by whomever, in whatever order', () => {
  it('a withdrawal never widens anything', () => {
    fc.assert(
      fc.property(someDecisions, anyDecision, someScope, someScope, someSubject, (before, other, withdrawn, scope, subject) => {
        const after = [...before, { ...other, answers: { [withdrawn]: 'withdrawn' as const } }];
        expect(!yes(scope, after, subject, END) || yes(scope, before, subject, END)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('an own withdrawal of a grown person, just now, closes the use and all wider ones at once', () => {
    fc.assert(
      fc.property(someDecisions, someScope, (before, scope) => {
        const after = [...before, decision({ [scope]: 'withdrawn' }, { given: at(END - 1), recordedAt: hour(END - 1) })];
        const open = consentScopes.filter((wider) => withNarrower(wider).includes(scope) && yes(wider, after, ofAge, END));
        expect(open).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('time alone only narrows: nothing becomes allowed by waiting', () => {
    fc.assert(
      fc.property(someDecisions, someScope, someSubject, fc.nat(END), (decisions, scope, subject, more) => {
        expect(!yes(scope, decisions, subject, 1000 + more) || yes(scope, decisions, subject, 1000)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('a term on a yes never widens anything', () => {
    fc.assert(
      fc.property(someDecisions, someScope, someSubject, fc.nat(END), (decisions, scope, subject, term) => {
        const ending = decisions.map((one) => ({ ...one, expiresAt: one.expiresAt !== null && one.expiresAt < hour(term) ? one.expiresAt : hour(term) }));
        expect(!yes(scope, ending, subject, 1500) || yes(scope, decisions, subject, 1500)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('what is allowed widely is allowed narrowly, and the order of the rows does not matter', () => {
    fc.assert(
      fc.property(someDecisions, someScope, someSubject, (decisions, scope, subject) => {
        if (!yes(scope, decisions, subject, 1200)) return;
        expect(withNarrower(scope).filter((narrower) => !yes(narrower, decisions, subject, 1200))).toEqual([]);
        expect(yes(scope, [...decisions].reverse(), subject, 1200)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('nothing beyond internal help is allowed that nobody said yes to, and a minor needs a guardian', () => {
    fc.assert(
      fc.property(someDecisions, someScope, (decisions, scope) => {
        const said = (by: readonly Decision[]): boolean => by.some(({ answers }) => Object.entries(answers).some(([wider, answer]) => answer === 'yes' && withNarrower(wider as ConsentScope).includes(scope)));
        if (scope === 'internal_help') return;
        if (yes(scope, decisions, ofAge, END)) expect(said(decisions)).toBe(true);
        if (yes(scope, decisions, { minor: true, grownAt: null }, END)) expect(said(decisions.filter(({ givenBy }) => givenBy === 'guardian'))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('holds as long as it says it does', () => {
    fc.assert(
      fc.property(someDecisions, someScope, someSubject, (decisions, scope, subject) => {
        const verdict = mayBeUsed({ scope, at: hour(1000) }, decisions, subject);
        if (!verdict.allowed || verdict.until === null) return;
        expect(mayBeUsed({ scope, at: addMinutes(verdict.until, -1) }, decisions, subject).allowed).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
