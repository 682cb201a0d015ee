import { hours } from './calendar-members.js';
import type { Dimension, Standing } from './dimension.js';
import type { Scope } from './scope.js';

const moment = (day: string, hour: string, otherwise: string): string => `${day} ${(hour || otherwise).padStart(2, '0')}`;

/** `2021-01-10 17`: local day and hour, sorting as time. */
interface Ends {
  readonly startFirst: string;
  readonly startLast: string;
  /** null: nobody tells of an end. */
  readonly endFirst: string | null;
  readonly endLast: string | null;
}

function endsOf([startFirst = '', startLast = '', hourFirst = '', hourLast = '', endFirst = '', endLast = '', endHourFirst = '', endHourLast = '']: readonly string[]): Ends | null {
  if (startFirst === '') return null;
  return {
    ...{ startFirst: moment(startFirst, hourFirst, '00'), startLast: moment(startLast, hourLast, '23') },
    endFirst: endFirst === '' ? null : moment(endFirst, endHourFirst, '00'),
    endLast: endLast === '' ? null : moment(endLast, endHourLast, '23'),
  };
}

/**
 * Who was held during an hour of the day the scope begins with: surely whoever had surely come before the hour began and surely not
 * gone before it ended; possibly whoever can have come by its end and not gone before it began. Without an end a stay may last.
 */
export const heldAt: Dimension = {
  id: 'held_at',
  reads: () => ['start_first', 'start_last', 'start_hour_first', 'start_hour_last', 'end_first', 'end_last', 'end_hour_first', 'end_hour_last'],
  stand: (keys, scope) => standingOf(endsOf(keys), scope),
  named: { by: 'hour' },
  order: hours,
  many: true,
  between: true,
};

function standingOf(ends: Ends | null, { from }: Scope): Standing {
  if (!ends || !from) return { sure: [], possible: [] };
  const during = (held: (hour: string) => boolean): string[] => hours.filter((hour) => held(`${from} ${hour}`));
  return {
    sure: during((hour) => ends.startLast < hour && ends.endFirst !== null && ends.endFirst > hour),
    possible: during((hour) => ends.startFirst <= hour && (ends.endLast === null || ends.endLast >= hour)),
  };
}
