import type { TypedWords } from './typed-words.js';

export const englishWords: TypedWords = {
  signs: {
    about: ['about', 'around', 'approximately', 'approx', 'roughly', 'circa', 'ca'],
    before: ['before', 'earlier than', 'prior to', 'until', 'till'],
    by: ['by', 'not later than', 'no later than', 'at the latest'],
    after: ['after', 'later than', 'past'],
    since: ['since', 'from', 'not before', 'not earlier than', 'no earlier than'],
    between: ['between'],
    and: ['and', 'to', 'through'],
    unknown: ['unknown', 'not known', 'not sure', 'no data', 'n/k', '?'],
    noon: ['noon', 'midday'],
    midnight: ['midnight'],
    today: ['today'],
    yesterday: ['yesterday'],
    day_before_yesterday: ['the day before yesterday', 'day before yesterday'],
    filler: ['at', 'on', 'in', 'in the', 'the', 'of', 'hour', 'time', 'local time'],
  },
  parts: {
    early_morning: ['early morning', 'early in the morning', 'at dawn', 'dawn'],
    morning: ['morning', 'in the morning'],
    daytime: ['daytime', 'during the day'],
    afternoon: ['afternoon', 'in the afternoon'],
    evening: ['evening', 'in the evening'],
    night: ['night', 'at night', 'in the night', 'during the night'],
    night_into: ['in the night to', 'night to', 'the night before', 'night before'],
  },
  months: [
    ['january', 'jan'], ['february', 'feb'], ['march', 'mar'], ['april', 'apr'], ['may'], ['june', 'jun'],
    ['july', 'jul'], ['august', 'aug'], ['september', 'sept', 'sep'], ['october', 'oct'], ['november', 'nov'],
    ['december', 'dec'],
  ],
  weekdays: [
    ['monday', 'mon'], ['tuesday', 'tue'], ['wednesday', 'wed'], ['thursday', 'thu'], ['friday', 'fri'],
    ['saturday', 'sat'], ['sunday', 'sun'],
  ],
};
