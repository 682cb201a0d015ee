import { PasskeyForm, FormPost, Page, PageHead, TextField, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

interface ConfirmProps {
  readonly viewer: Viewer;
  readonly back: string;
  /** The code of a refusal. */
  readonly refused: string | null;
  readonly app: boolean;
  readonly passkey: boolean;
}

export const ConfirmPage = ({ viewer, back, refused, app, passkey }: ConfirmProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`account.${key}`);
  return (
    <Page viewer={viewer} title={say('confirm')}>
      <PageHead title={say('confirm')} facts={say('confirm.lead')} />
      {refused && (
        <p class="banner bad" role="alert">
          {words.say(`problems.${refused}`)}
        </p>
      )}
      {passkey && (
        <PasskeyForm action="/account/confirm/passkey" use="use" button={words.say('signin.passkey')} strong>
          <input type="hidden" name="back" value={back} />
        </PasskeyForm>
      )}
      <FormPost action="/account/confirm" guard={false}>
        <input type="hidden" name="back" value={back} />
        {app || passkey ? (
          <TextField name="code" label={say('code')} hint={words.say('signin.code.hint')} autocomplete="one-time-code" maxLength={20} required />
        ) : (
          <TextField name="password" type="password" label={words.say('signin.password')} autocomplete="current-password" maxLength={1024} required />
        )}
        <p class="row">
          <button class="btn p">{say('confirm.go')}</button>
          <a class="btn" href="/">
            {words.say('forms.cancel')}
          </a>
        </p>
      </FormPost>
    </Page>
  );
};
