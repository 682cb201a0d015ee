/** MT48, how a date of the Events Standard Formats is to be read. */
const ESTIMATE = 'MT48:01';
const UNKNOWN_DAY = 'MT48:02';
const UNKNOWN_MONTH_AND_DAY = 'MT48:03';

/**
 * A moment known between two days, as that standard writes it: the first of a month for an unknown day, January for an unknown month,
 * with the type that says so. Nothing for a whole day that is known; open or empty: no date.
 */
export function esfDate(first: string, last: string): [date: string, type: string] {
  if (!known(first) || !known(last)) return known(first) || known(last) ? [known(first) ? first : last, ESTIMATE] : ['', ''];
  if (first === last) return [first, ''];
  if (first.slice(0, 7) === last.slice(0, 7)) return [`${first.slice(0, 7)}-01`, UNKNOWN_DAY];
  return first.slice(0, 4) === last.slice(0, 4) ? [`${first.slice(0, 4)}-01-01`, UNKNOWN_MONTH_AND_DAY] : [first, ESTIMATE];
}

const known = (day: string): boolean => day !== '' && !day.startsWith('0000') && !day.startsWith('9999');
