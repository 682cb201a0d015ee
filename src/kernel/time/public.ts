export {
  addDays,
  addHours,
  addMilliseconds,
  addMinutes,
  earlierOf,
  instantOf,
  isInstant,
  laterOf,
  millisecondsOf,
  minutesBetween,
  readInstant,
  type Instant,
} from './instant.js';
export { Clock, FixedClock, SteadyClock, SystemClock } from './clock.js';
export {
  addCalendarDays,
  calendarDaysBetween,
  daysIn,
  dayText,
  daysInMonth,
  localDate,
  localMinute,
  localParts,
  offsetMinutes,
  readDay,
  weekdayOf,
  zoneExists,
  type CalendarDay,
  type LocalParts,
} from './zone.js';
export {
  contradicts,
  exactly,
  faultInBounds,
  gapMinutes,
  intersects,
  notComputable,
  precisions,
  unknownMoment,
  type Bounds,
  type BoundsFault,
  type MinMax,
  type Precision,
} from './bounds.js';
export { durationOf, overlapOf, uncoveredOf, unionOf, type Span } from './interval.js';
export { birthFromAge, readBirth, type BirthFault, type ReadBirth } from './birth.js';
export { readTyped, type ReadTyped } from './read-typed.js';
export { ABOUT_MINUTES } from './typed-bounds.js';
export { firstOf, lastOf, toldTogether } from './told-together.js';
export type { TypedContext } from './typed-calendar.js';
export type { TypedFault } from './typed-fault.js';
export { sayBounds, sayCalendarDay, sayDate, sayInstant, sayLongDay, sayLongMonth, sayMinute, sayMonth, sayShort, type SayOptions } from './say-bounds.js';
export { sayMinutes } from './say-minutes.js';
export type { Language } from './say-words.js';
