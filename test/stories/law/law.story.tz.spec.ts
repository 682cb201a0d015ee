import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { evaluateClocks, shippedPacks, type Clock } from '../../../src/clocks/public.js';
import { statusOf } from '../../../src/detentions/public.js';
import { figuresOf } from '../../../src/durations/public.js';
import { sayMinutes } from '../../../src/kernel/time/public.js';
import { findContradictions, type Finding } from '../../../src/timeline/public.js';
import { factsOf, nowOf, typed, type Story } from './read-story.js';

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.json'));
const packs = shippedPacks();

/** Every file beside this one is read: a lawyer adds a story by adding it there. */
describe.each(files)('%s', (file) => {
  const stories = JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as Story[];

  it.each(stories)('$story', (story) => {
    const { expect: told } = story;
    const facts = factsOf(story);
    const now = nowOf(story);
    const clocks = evaluateClocks(packs, facts, now);
    const figures = figuresOf(facts.periods as never, facts.events as never, now);
    const found = findContradictions(facts.periods as never, facts.events as never, now);
    const answer = {
      ...(told.total === undefined ? {} : { total: figures && sayMinutes(figures.total, 'en') }),
      ...(told.unrecorded === undefined ? {} : { unrecorded: figures && sayMinutes(figures.unrecorded, 'en') }),
      ...(told.status === undefined ? {} : { status: statusOf(facts.periods, facts.events, now).status }),
      ...asked(told.clocks, 'clocks', (id) => clockOf(clocks, id)?.told.state),
      ...asked(told.official, 'official', (id) => clockOf(clocks, id)?.official?.state),
      ...asked(told.onlyIf, 'onlyIf', (id) => clockOf(clocks, id)?.told.onlyIf.map(({ fact }) => fact)),
      ...asked(told.missing, 'missing', (id) => clockOf(clocks, id)?.told.missing),
      ...(told.absent === undefined ? {} : { absent: told.absent.filter((id) => !clockOf(clocks, id)) }),
      ...(told.findings === undefined ? {} : { findings: found.map(said) }),
    };
    const { due = {}, ...plain } = told;
    expect(answer).toEqual(plain);
    for (const [id, text] of Object.entries(due)) {
      const { earliest, latest } = typed(story, text, '2099-01-01T00:00:00.000Z' as never);
      expect([id, clockOf(clocks, id)?.told.due]).toEqual([id, expect.objectContaining({ earliest, latest })]);
    }
  });
});

const clockOf = (clocks: readonly Clock[], id: string): Clock | undefined => clocks.find(({ told }) => told.packed.rule.id === id);

const asked = (expected: object | undefined, name: string, ask: (id: string) => unknown): object =>
  expected ? { [name]: Object.fromEntries(Object.keys(expected).map((id) => [id, ask(id)])) } : {};

const said = ({ rule, about, minutes }: Finding): string => `${rule} ${about} ${sayMinutes({ min: minutes.min, max: minutes.min }, 'en')}`;

it('there are at least forty stories', () => {
  const all = files.flatMap((file) => JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as Story[]);
  expect(all.length).toBeGreaterThanOrEqual(40);
  expect(new Set(all.map(({ story }) => story)).size).toBe(all.length);
});
