import { Page, PageHead, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

/** Shown once, each share on a paper of its own when it is printed; two of them are entered back. */
export const SharesPage = ({ viewer, shares }: { readonly viewer: Viewer; readonly shares: readonly string[] }) => {
  const words = wordsFor(viewer.language);
  const say = (key: string, params?: Record<string, number>): string => words.say(`lock.recovery.shares.${key}`, params);
  return (
    <Page viewer={viewer} title={say('title')} breadcrumb={[{ href: '/recovery', text: words.say('lock.recovery.title') }]}>
      <div class="noprint">
        <PageHead title={say('title')} />
        <p class="banner warn" role="status">
          {say('once')}
        </p>
      </div>
      {shares.map((share, n) => (
        <section class="sheet" aria-labelledby={`share-${n + 1}`} key={share}>
          <h2 id={`share-${n + 1}`}>{say('one', { n: n + 1, of: shares.length })}</h2>
          <p>
            <code class="command">{share}</code>
          </p>
          <p>{say('holder')}</p>
        </section>
      ))}
      <p class="noprint">
        <a class="btn p" href="/recovery#try">
          {say('given')}
        </a>
      </p>
    </Page>
  );
};
