import { visible } from './readings.js';

/** Fewer digits are a year, a count, an article. */
const SHORTEST = 7;
/** So many digits together are nothing else by chance, wherever they begin and end in a row of figures. */
const LONG = 10;
/** More are no number of anything. */
const LONGEST = 20;

/** Runs of digits with what may stand between them in a telephone number or the number of a paper. */
const runs = /\d(?:[\s().\-\u2010-\u2015/+_]{0,3}\d)+/g;

/**
 * Numbers by which somebody may be found: a run of digits as a whole, each of its groups, and groups together where these are
 * long enough, because other figures may follow with nothing but a space between.
 */
export function numbersIn(text: string): string[] {
  return (visible(text).match(runs) ?? []).flatMap((run) => {
    const groups = run.split(/\D+/).filter(Boolean);
    const whole = groups.join('');
    const found = [whole, ...groups].filter(({ length }) => length >= SHORTEST);
    groups.forEach((_, from) => {
      for (let to = from + 1, joined = groups[from] ?? ''; to <= groups.length && joined.length <= LONGEST; joined += groups[to] ?? '', to += 1) if (joined.length >= LONG) found.push(joined);
    });
    return found;
  });
}
