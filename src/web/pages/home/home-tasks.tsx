import type { Viewer } from '../../parts/public.js';
import { hrefWith, useWords } from '../../parts/public.js';
import { FollowUpTable } from '../follow-ups/follow-up-table.js';
import type { HomeFacts } from './home-facts.js';

interface TasksPartProps {
  readonly viewer: Viewer;
  readonly tasks: NonNullable<HomeFacts['tasks']>;
  readonly names: ReadonlyMap<string, string>;
}

export const TasksPart = ({ viewer, tasks: { whose, counts, nobodys, first }, names }: TasksPartProps) => {
  const words = useWords();
  const mine = whose === 'mine' ? { owner: 'mine' } : {};
  const all = hrefWith('/follow-ups', mine);
  const title = words.say(`home.tasks.${whose}`);
  return (
    <section>
      <h2>
        <a href={all}>{title}</a>
      </h2>
      <div class="cards">
        <Count number={counts.overdue} text={words.say('home.overdue')} href={hrefWith('/follow-ups', { ...mine, overdue: 'yes' })} tone="past" />
        <Count number={counts.today} text={words.say('home.due_today')} href={all} tone="may" />
        <Count number={counts.week} text={words.say('home.week')} href={all} />
        <Count number={nobodys} text={words.say('home.nobodys')} href="/follow-ups?owner=none" />
      </div>
      <FollowUpTable viewer={viewer} rows={first} names={names} caption={title} />
    </section>
  );
};

interface CountProps {
  readonly number: number;
  readonly text: string;
  readonly href: string;
  /** Only when there is something: a zero is no alarm. */
  readonly tone?: 'past' | 'may';
}

const Count = ({ number, text, href, tone }: CountProps) => (
  <div class={number > 0 && tone ? `card ${tone}` : 'card'}>
    <p class="num">{number}</p>
    <p>
      <a href={href}>{text}</a>
    </p>
  </div>
);
