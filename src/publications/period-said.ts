import type { Language } from '../kernel/actor/public.js';
import { sayCalendarDay } from '../kernel/time/public.js';

interface Words {
  say(key: string, params?: Readonly<Record<string, string | number>>): string;
}

/** Which detentions a publication is about: those of a day, or of a period with an open end on either side. @param fromDay and `toDay`: empty where open */
export function periodSaid({ fromDay, toDay }: { readonly fromDay: string; readonly toDay: string }, language: Language, words: Words): string {
  const day = (text: string): string => (text ? sayCalendarDay(text, language) : words.say('publications.open_end'));
  return fromDay !== '' && fromDay === toDay ? words.say('publications.note.day', { day: day(fromDay) }) : words.say('publications.note.period', { from: day(fromDay), to: day(toDay) });
}
