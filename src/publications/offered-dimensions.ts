import { only, person, stayDimensions, UNKNOWN, type Dimension } from '../reports/public.js';

/**
 * What a publication may count by: the allow-list. Places are told by region, times by day or month, ages in bands; a place,
 * an incident, an hour or a single rule would tell who was there.
 */
const names = ['region', 'month', 'day', 'authority', 'kind', 'outcome', 'held', 'lawyer', 'sex', 'age', 'ill_treatment'] as const;

const told: Dimension = {
  id: 'ill_treatment',
  reads: () => ['ill_treatment'],
  stand: ([told = '']) => only(told === '1' ? 'told' : UNKNOWN),
  named: { by: 'words', prefix: 'ill_treatment' },
  order: ['told'],
};

const all = [...stayDimensions, ...person.dimensions, told];

export const offered: readonly Dimension[] = names.flatMap((name) => all.find(({ id }) => id === name) ?? []);

export const offeredDimension = (name: string): Dimension | undefined => offered.find(({ id }) => id === name);

/**
 * What befell somebody, and not who they are: nobody may learn it for certain of a person they know to be counted. Where, when
 * and by whom somebody was taken is what such a person knows already.
 */
export const fates = ['outcome', 'held', 'lawyer', 'ill_treatment'] as const;

/** Of these k is at least ten: who is under age, and what is told of somebody's health. */
export const MORE_CARE = 10;

export const needsMoreCare = (dimension: string, member: string): boolean =>
  dimension === 'ill_treatment' || (dimension === 'age' && Number(/^\d+/.exec(member)?.[0] ?? 99) < 18);
