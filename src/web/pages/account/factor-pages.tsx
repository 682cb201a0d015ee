import { PasskeyForm, FormPost, Page, PageHead, Qr, TextField, type Fault, type FormValues, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

interface AppProps {
  readonly viewer: Viewer;
  readonly draft: string;
  readonly secret: string;
  readonly address: string;
  readonly values?: FormValues;
  readonly faults?: readonly Fault[];
}

/** The picture an authenticator app reads, and the first code it shows. */
export const AppPage = ({ viewer, draft, secret, address, values = {}, faults = [] }: AppProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`account.${key}`);
  return (
    <Page viewer={viewer} title={say('factors.add_app')} breadcrumb={[{ href: '/account', text: words.say('signin.account') }]}>
      <PageHead title={say('factors.add_app')} />
      <ol>
        <li>{say('app.one')}</li>
        <li>{say('app.two')}</li>
        <li>{say('app.three')}</li>
      </ol>
      <Qr text={address} label={say('app.picture')} />
      <p>
        {say('app.by_hand')} <code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <FormPost action="/account/factors/app" values={{ label: say('app.label.usual'), ...values }} faults={faults}>
        <input type="hidden" name="draft" value={draft} />
        <TextField name="label" label={say('factors.label')} maxLength={60} required />
        <TextField name="code" label={say('code')} inputMode="numeric" autocomplete="one-time-code" maxLength={10} required />
        <p>
          <button class="btn p">{say('app.add')}</button>
        </p>
      </FormPost>
    </Page>
  );
};

export const PasskeyPage = ({ viewer }: { readonly viewer: Viewer }) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`account.${key}`);
  return (
    <Page viewer={viewer} title={say('factors.add_passkey')} breadcrumb={[{ href: '/account', text: words.say('signin.account') }]}>
      <PageHead title={say('factors.add_passkey')} facts={say('passkey.lead')} />
      <PasskeyForm action="/account/factors/passkey" use="new" button={say('passkey.make')} strong>
        <TextField name="label" label={say('factors.label')} value={say('passkey.label.usual')} maxLength={60} required />
      </PasskeyForm>
      <noscript>
        <p class="banner warn">{say('passkey.needs_scripts')}</p>
      </noscript>
    </Page>
  );
};

/** Codes for the drawer: shown once. */
export const CodesPage = ({ viewer, codes }: { readonly viewer: Viewer; readonly codes: readonly string[] }) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`account.${key}`);
  return (
    <Page viewer={viewer} title={say('codes')} breadcrumb={[{ href: '/account', text: words.say('signin.account') }]}>
      <PageHead title={say('codes')} />
      <p class="banner warn" role="status">
        {say('codes.once')}
      </p>
      <ul class="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <a class="btn p" href="/account?done=factor_added">
          {say('codes.kept')}
        </a>
      </p>
    </Page>
  );
};
