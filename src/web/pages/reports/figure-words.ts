import { sayCalendarDay, sayMonth } from '../../../kernel/time/public.js';
import { dimensionOf, OTHERS, subjectNames, type FigureView, type MemberView } from '../../../reports/public.js';
import type { Words } from '../../words/words.js';

type Ends = Pick<FigureView, 'least' | 'most'>;

/** "12", "10–15", "at least 40"; hours where it counts minutes: "8.5–10 h". */
export function figureText(words: Words, figure: Ends | null, unit: string): string {
  if (!figure) return words.say('reports.figure.none');
  const [least, most] = unit === 'minutes' ? [inHours(figure.least, Math.floor), figure.most === null ? null : inHours(figure.most, Math.ceil)] : [figure.least, figure.most];
  const said = most === null ? words.say('reports.figure.at_least', { least }) : least === most ? words.say('reports.figure.exact', { least }) : words.say('reports.figure.between', { least, most });
  return unit === 'minutes' ? words.say('reports.figure.hours', { figure: said }) : said;
}

/** Half hours up to a day, whole ones beyond: outwards, so that the bounds still hold. */
export const inHours = (minutes: number, round: (value: number) => number): number => (minutes < 1440 ? round(minutes / 30) / 2 : round(minutes / 60));

/** A member in words: by its own label, or as its dimension says. */
export function memberText(words: Words, dimension: string | null, { key, label }: MemberView): string {
  if (label !== null) return label;
  if (key === OTHERS) return words.say('reports.member.others');
  const named = dimension ? dimensionNamed(dimension) : undefined;
  if (key === '') return words.say(named?.between ? 'reports.member.not_computable' : 'reports.member.unknown');
  const { by } = named?.named ?? { by: 'text' };
  if (by === 'words' && named?.named.by === 'words') return words.say(`reports.${named.named.prefix}.${key}`);
  if (by === 'day') return sayCalendarDay(key, words.language);
  if (by === 'month') return sayMonth(key, words.language);
  if (by === 'hour') return `${key}:00`;
  return by === 'text' ? key : words.say('reports.member.gone');
}

/** Rows that are days or months: a sheet keeps them as dates. */
export function datesOf(dimension: string | null): 'day' | 'month' | null {
  const by = dimension === null ? undefined : dimensionNamed(dimension)?.named.by;
  return by === 'day' || by === 'month' ? by : null;
}

/** Not "not computable" for days and hours: they are just not known. */
function dimensionNamed(id: string) {
  const found = subjectNames.map((subject) => dimensionOf(subject, id)).find((one) => one !== undefined);
  return found && { named: found.named, between: found.between && found.named.by === 'words' && found.named.prefix === 'band' };
}
