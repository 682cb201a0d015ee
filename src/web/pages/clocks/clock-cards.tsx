import type { ClockView } from '../../../clocks/public.js';
import { minutesBetween, sayMinutes, type Instant } from '../../../kernel/time/public.js';
import { Chip, DefinitionList, useViewer, useWords } from '../../parts/public.js';
import { boundsOrUnknown, citeText, conditionText, confirmedText, limitText, toneOf, whyText } from './clock-text.js';

interface ClockCardsProps {
  readonly clocks: readonly ClockView[];
  readonly zone: string;
  readonly now: Instant;
}

/** Clocks with an answer as cards, the pressing ones first; what cannot be computed or does not apply folded below. */
export const ClockCards = ({ clocks, zone, now }: ClockCardsProps) => {
  const words = useWords();
  const shown = clocks.filter(({ state }) => state in rank).sort((a, b) => weight(a) - weight(b));
  const folded = (state: ClockView['state']) => clocks.filter((clock) => clock.state === state);
  return (
    <>
      {shown.length === 0 && <p class="muted">{words.say('clocks.none')}</p>}
      <div class="cards">
        {shown.map((clock) => (
          <ClockCard key={clock.pack + clock.ruleId} clock={clock} zone={zone} now={now} />
        ))}
      </div>
      <Folded title="cannot_compute" clocks={folded('cannot_compute')} />
      <Folded title="not_applicable" clocks={folded('not_applicable')} />
    </>
  );
};

const rank: Readonly<Record<string, number>> = { running: 0, exceeds: 1, may_exceed: 2, within: 3, measured: 4 };
const bindings = ['national_law', 'treaty', 'soft_law', 'comparative'];

/** National law before the rest, then by state; what holds only under a condition comes after what holds. */
export const weight = (clock: ClockView): number => bindings.indexOf(clock.binding) * 100 + (rank[clock.state] ?? 9) * 10 + Math.min(clock.onlyIf.length, 9);

const ClockCard = ({ clock, zone, now }: { readonly clock: ClockView } & Omit<ClockCardsProps, 'clocks'>) => {
  const words = useWords();
  const { language } = useViewer();
  const { state, onlyIf, official } = clock;
  return (
    <section class="card">
      <h3>{clock.label}</h3>
      <p>
        <Chip tone={toneOf(state)}>{words.say(`clocks.state.${clock.against}.${state}`)}</Chip> <ReviewChip clock={clock} />
      </p>
      {state === 'running' && clock.due?.earliest && <Countdown until={clock.due.earliest} now={now} />}
      <p>{whyText(clock, words)}</p>
      {onlyIf.length > 0 && <p class="muted">{words.say('clocks.only_if', { facts: onlyIf.map((one) => conditionText(one, words)).join('; ') })}</p>}
      {official && (
        <p>
          {words.say('clocks.by_papers')} <Chip tone={toneOf(official.state)}>{words.say(`clocks.state.${clock.against}.${official.state}`)}</Chip> {whyText(official, words)}
        </p>
      )}
      <p class="muted">{citeText(clock, words)}</p>
      <details>
        <summary>{words.say('clocks.how')}</summary>
        <DefinitionList
          facts={[
            { term: words.say('clocks.limit'), value: limitText(clock, words) },
            { term: words.say('clocks.start'), value: boundsOrUnknown(clock.start, words) },
            { term: words.say('clocks.stop'), value: boundsOrUnknown(clock.stop, words) },
            { term: words.say('clocks.elapsed'), value: sayMinutes(clock.elapsed, language) },
            { term: words.say('clocks.due'), value: clock.due ? boundsOrUnknown(clock.due, words) : words.say('clocks.limit.none') },
            { term: words.say('clocks.binding'), value: words.say(`clocks.binding.${clock.binding}`) },
            { term: words.say('clocks.rule'), value: <a href={`/rule-packs/${clock.pack}#${clock.ruleId}`}>{`${clock.pack} ${clock.ruleId}`}</a> },
            ...(clock.note ? [{ term: words.say('clocks.note'), value: clock.note }] : []),
            ...(clock.confirmation
              ? [{ term: words.say('clocks.confirmed'), value: confirmedText(clock.confirmation, words, zone) }]
              : []),
          ]}
        />
      </details>
    </section>
  );
};

export const ReviewChip = ({ clock: { review } }: { readonly clock: Pick<ClockView, 'review'> }) => {
  const words = useWords();
  return <Chip tone={review === 'confirmed' ? 'met' : review === 'source_read' ? 'plain' : 'may'}>{words.say(`clocks.review.${review}`)}</Chip>;
};

/** The time until the earliest possible deadline; a script keeps it right, the page is right without. */
const Countdown = ({ until, now }: { readonly until: Instant; readonly now: Instant }) => {
  const words = useWords();
  const minutes = Math.max(0, Math.ceil(minutesBetween(now, until)));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const units = { hours: words.say('clocks.unit.hours'), minutes: words.say('clocks.unit.minutes') };
  return (
    <p>
      <time class="num" dateTime={until} data-until={until} data-hours={units.hours} data-minutes={units.minutes} data-over={words.say('clocks.over')}>
        {`${hours} ${units.hours} ${rest} ${units.minutes}`}
      </time>{' '}
      <span class="muted">{words.say('clocks.left')}</span>
    </p>
  );
};

const Folded = ({ title, clocks }: { readonly title: 'cannot_compute' | 'not_applicable'; readonly clocks: readonly ClockView[] }) => {
  const words = useWords();
  if (clocks.length === 0) return null;
  return (
    <details>
      <summary>{words.say(`clocks.folded.${title}`, { count: clocks.length })}</summary>
      <ul>
        {clocks.map((clock) => (
          <li key={clock.pack + clock.ruleId}>
            {clock.label} <span class="muted">{citeText(clock, words)}</span> – {whyText(clock, words)}
          </li>
        ))}
      </ul>
    </details>
  );
};
