/** Parts of a day that people name instead of an hour. */
export type DayPart =
  | 'early_morning'
  | 'morning'
  | 'daytime'
  | 'afternoon'
  | 'evening'
  | 'night'
  | 'night_into';

/**
 * Minutes from 00:00 of the named day. Drawn wide and overlapping on purpose: the words have no agreed hours, and
 * bounds that leave out the truth are worse than loose ones; who knows better types hours.
 * `night` of a day is said both of its first hours and of those after its evening, so it holds both.
 * `night_into` is the night that ends on the named day ("в ночь на 11 января").
 */
export const dayPartMinutes: Readonly<Record<DayPart, readonly [from: number, to: number]>> = {
  early_morning: [4 * 60, 9 * 60],
  morning: [5 * 60, 12 * 60],
  daytime: [10 * 60, 18 * 60],
  afternoon: [12 * 60, 18 * 60],
  evening: [17 * 60, 24 * 60],
  night: [0, 30 * 60],
  night_into: [-2 * 60, 6 * 60],
};
