import { sayInstant } from '../../../kernel/time/public.js';
import type { Notice } from '../../../staff/public.js';
import { EmptyState, FormPost, Page, PageHead, type Viewer } from '../../parts/public.js';
import { wordsFor, type Words } from '../../words/words.js';

interface NoticesProps {
  readonly viewer: Viewer;
  readonly notices: readonly Notice[];
  readonly names: ReadonlyMap<string, string>;
  readonly zone: string;
}

export const noticeText = (words: Words, { kind, facts }: Notice, names: ReadonlyMap<string, string>): string => {
  const what = facts.what ? words.say(`approvals.kind.${facts.what}`) : '';
  const answer = facts.answer ? words.say(`approvals.state.${facts.answer}`) : '';
  const how = facts.by ? words.say(`lock.by.${facts.by}`) : '';
  return words.say(`notices.kind.${kind}`, { ...facts, what, answer, how, name: names.get(String(facts.staff ?? '')) ?? '' });
};

export const NoticesPage = ({ viewer, notices, names, zone }: NoticesProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`notices.${key}`);
  const [newest] = notices;
  return (
    <Page viewer={viewer} title={say('title')}>
      <PageHead title={say('title')} facts={say('lead')} />
      {!newest && <EmptyState text={say('none')} />}
      {newest && notices.some(({ seenAt }) => !seenAt) && (
        <FormPost action="/notices/seen" guard={false}>
          <input type="hidden" name="until" value={newest.at} />
          <p>
            <button class="btn">{say('seen')}</button>
          </p>
        </FormPost>
      )}
      <ul class="notices">
        {notices.map((notice) => (
          <li key={notice.id} class={notice.seenAt ? 'muted' : undefined}>
            <time dateTime={notice.at}>{sayInstant(notice.at, zone, viewer.language)}</time> {noticeText(words, notice, names)}
            {notice.facts.link && (
              <>
                {' '}
                <a href={String(notice.facts.link)}>{say('open')}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </Page>
  );
};
