import { FormPost, Page, PageHead, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

interface OidcProps {
  readonly viewer: Viewer;
  readonly tied: boolean;
  readonly offered: boolean;
}

/** Ties one's account to the organisation's own sign-in service, and unties it. */
export const OidcPage = ({ viewer, tied, offered }: OidcProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`account.${key}`);
  return (
    <Page viewer={viewer} title={say('oidc')} breadcrumb={[{ href: '/account', text: words.say('signin.account') }]}>
      <PageHead title={say('oidc')} facts={say(tied ? 'oidc.tied' : 'oidc.lead')} />
      {offered && !tied && (
        <FormPost action="/account/oidc" guard={false}>
          <p>
            <button class="btn p">{say('oidc.tie')}</button>
          </p>
        </FormPost>
      )}
      {tied && (
        <FormPost action="/account/oidc/remove" guard={false}>
          <p>
            <button class="btn">{say('oidc.untie')}</button>
          </p>
        </FormPost>
      )}
    </Page>
  );
};
