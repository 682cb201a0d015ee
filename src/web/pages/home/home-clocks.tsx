import { EmptyState, useWords, type Viewer } from '../../parts/public.js';
import { ClockTable } from '../clocks/clock-board.page.js';
import type { HomeFacts } from './home-facts.js';

interface ClocksPartProps {
  readonly viewer: Viewer;
  readonly clocks: NonNullable<HomeFacts['clocks']>;
  readonly zone: string;
}

/** What runs out next, and what may have run out. */
export const ClocksPart = ({ viewer, clocks: { passed, next, people }, zone }: ClocksPartProps) => {
  const words = useWords();
  return (
    <section>
      <h2>
        <a href="/clocks?group=next">{words.say('home.clocks.next')}</a>
      </h2>
      {next.length > 0 ? <ClockTable viewer={viewer} rows={next} people={people} zone={zone} /> : <EmptyState text={words.say('home.clocks.none')} />}
      {passed.length > 0 && (
        <>
          <h2>
            <a href="/clocks?group=may_have_passed&sort=-due">{words.say('home.clocks.passed')}</a>
          </h2>
          <ClockTable viewer={viewer} rows={passed} people={people} zone={zone} />
        </>
      )}
    </section>
  );
};
