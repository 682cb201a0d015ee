import type { Language } from '../../../kernel/actor/public.js';
import { SHORTEST } from '../../../staff/public.js';
import { FormPost, SignInPage, TextField, type Fault, type FormValues } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

interface SignInProps {
  readonly language: Language;
  readonly values?: FormValues;
  readonly faults?: readonly Fault[];
  /** A sentence about why it did not work, or what has just been done. */
  readonly refused?: string | null;
  readonly done?: string | null;
}

export const SignInFormPage = ({ language, values = {}, faults = [], refused, done }: SignInProps) => {
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
      <p class="muted">{words.say('signin.forgotten')}</p>
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
