import type { ServerStateView } from '../../../lock/public.js';
import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import { FormPost, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

interface ServerProps {
  readonly viewer: Viewer;
  readonly server: ServerStateView;
  readonly zone: string;
}

/** Since when the server is open and by what, and when it locks itself: for who looks after it. */
export const ServerPart = ({ viewer, server, zone }: ServerProps) => {
  const words = wordsFor(viewer.language);
  const { openedAt, openedBy, cutShort, checkedInAt, locksAt, rehearsedAt, drilledAt } = server;
  const when = (at: string): string => sayInstant(at as Instant, zone, viewer.language);
  return (
    <section aria-labelledby="server">
      <h2 id="server">{words.say('lock.home.title')}</h2>
      {openedAt && openedBy && <p>{words.say('lock.home.opened', { when: when(openedAt), how: words.say(`lock.by.${openedBy}`) })}</p>}
      {cutShort && <p class="banner warn">{words.say('lock.home.cut_short')}</p>}
      <p class={rehearsedAt ? undefined : 'banner warn'}>
        {rehearsedAt ? words.say('lock.home.rehearsed', { when: when(rehearsedAt) }) : words.say('lock.home.never_rehearsed')} <a href="/recovery">{words.say('lock.recovery.title')}</a>
      </p>
      <p>{drilledAt ? words.say('lock.home.drilled', { when: when(drilledAt) }) : words.say('lock.home.never_drilled')}</p>
      {locksAt && (
        <FormPost action="/check-in" guard={false}>
          <p>
            {checkedInAt ? words.say('lock.home.checked_in', { when: when(checkedInAt) }) : words.say('lock.home.never')} {words.say('lock.home.locks_at', { when: when(locksAt) })}
          </p>
          <p>
            <button class="btn">{words.say('lock.home.check_in')}</button>
          </p>
        </FormPost>
      )}
    </section>
  );
};
