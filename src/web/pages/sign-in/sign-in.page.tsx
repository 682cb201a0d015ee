import type { Language } from '../../../kernel/actor/public.js';
import { SHORTEST } from '../../../staff/public.js';
import { PasskeyForm, FormPost, SignInPage, TextField, type Fault, type FormValues } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

interface SignInProps {
  readonly language: Language;
  readonly values?: FormValues;
  readonly faults?: readonly Fault[];
  /** A sentence about why it did not work, or what has just been done. */
  readonly refused?: string | null;
  readonly done?: string | null;
  /** Whether browsers take passkeys at this address. */
  readonly passkeys?: boolean;
  /** Whether the organisation has a sign-in service of its own. */
  readonly oidc?: boolean;
}

export const SignInFormPage = ({ language, values = {}, faults = [], refused, done, passkeys, oidc }: SignInProps) => {
  const words = wordsFor(language);
  return (
    <SignInPage language={language} heading={words.say('signin.title')}>
      {done && (
        <p class="banner ok" role="status">
          {done}
        </p>
      )}
      {refused && (
        <p class="banner bad" role="alert">
          {refused}
        </p>
      )}
      <FormPost action="/sign-in" values={values} faults={faults}>
        <TextField name="name" label={words.say('signin.name')} autocomplete="username" maxLength={200} required autofocus />
        <TextField name="password" type="password" label={words.say('signin.password')} autocomplete="current-password" maxLength={1024} required />
        <p>
          <button class="btn p">{words.say('signin.go')}</button>
        </p>
      </FormPost>
      {passkeys && (
        <PasskeyForm action="/sign-in/passkey" use="use" button={words.say('signin.passkey')} />
      )}
      {oidc && (
        <form method="post" action="/sign-in/oidc" class="form">
          <p>
            <button class="btn">{words.say('signin.oidc')}</button>
          </p>
        </form>
      )}
      <p class="muted">{words.say('signin.forgotten')}</p>
    </SignInPage>
  );
};

interface CodeProps {
  readonly language: Language;
  readonly refused?: string | null;
  /** The first step has run out: nothing can be typed here any more. */
  readonly over?: boolean;
}

/** The second step: six digits of the app, or a code of the paper. */
export const CodeFormPage = ({ language, refused, over }: CodeProps) => {
  const words = wordsFor(language);
  return (
    <SignInPage language={language} path="/sign-in/code" heading={words.say('signin.code.title')}>
      {refused && (
        <p class="banner bad" role="alert">
          {refused}
        </p>
      )}
      {!over && (
        <FormPost action="/sign-in/code" guard={false}>
          <TextField name="code" label={words.say('account.code')} hint={words.say('signin.code.hint')} autocomplete="one-time-code" maxLength={20} required autofocus />
          <p>
            <button class="btn p">{words.say('signin.go')}</button>
          </p>
        </FormPost>
      )}
      <p>
        <a href="/sign-in">{words.say('signin.again')}</a>
      </p>
      <p class="muted">{words.say('signin.code.lost')}</p>
    </SignInPage>
  );
};

interface WelcomeProps {
  readonly language: Language;
  readonly secret: string;
  readonly faults?: readonly Fault[];
}

/** Where a single-use link leads: the person sets a password nobody else has ever seen. */
export const WelcomePage = ({ language, secret, faults = [] }: WelcomeProps) => {
  const words = wordsFor(language);
  const path = `/welcome/${encodeURIComponent(secret)}`;
  return (
    <SignInPage language={language} path={path} heading={words.say('signin.welcome')}>
      <p>{words.say('signin.welcome.lead')}</p>
      <ul>
        <li>{words.say('signin.rules.length', { shortest: SHORTEST })}</li>
        <li>{words.say('signin.rules.sentence')}</li>
        <li>{words.say('signin.rules.nothing_else')}</li>
      </ul>
      <FormPost action={path} faults={faults}>
        <TextField name="password" type="password" label={words.say('signin.password.new')} autocomplete="new-password" maxLength={256} required autofocus />
        <TextField name="again" type="password" label={words.say('signin.password.again')} autocomplete="new-password" maxLength={256} required />
        <p>
          <button class="btn p">{words.say('signin.password.set')}</button>
        </p>
      </FormPost>
    </SignInPage>
  );
};

/** A link that was used, has run out or never was: one sentence for all three. */
export const SpentLinkPage = ({ language }: { readonly language: Language }) => {
  const words = wordsFor(language);
  return (
    <SignInPage language={language} heading={words.say('signin.spent')}>
      <p>{words.say('signin.spent.lead')}</p>
      <p>
        <a class="btn" href="/sign-in">
          {words.say('signin.to_sign_in')}
        </a>
      </p>
    </SignInPage>
  );
};
