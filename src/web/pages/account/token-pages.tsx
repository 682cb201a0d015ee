import { CheckboxGroup, FormPost, Page, PageHead, TextField, type Fault, type FormValues, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { permissionLabel } from '../staff/roles.page.js';

interface TokenFormProps {
  readonly viewer: Viewer;
  readonly action: string;
  readonly offered: readonly string[];
  readonly values?: FormValues;
  readonly faults?: readonly Fault[];
}

export const TokenFormPage = ({ viewer, action, offered, values = {}, faults = [] }: TokenFormProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`account.${key}`);
  return (
    <Page viewer={viewer} title={say('tokens.new')} breadcrumb={[{ href: '/account', text: words.say('signin.account') }]}>
      <PageHead title={say('tokens.new')} facts={say('tokens.lead')} />
      <FormPost action={action} values={{ days: '90', ...values }} faults={faults}>
        <TextField name="label" label={say('tokens.label')} hint={say('tokens.label.hint')} maxLength={120} required />
        <TextField name="days" label={say('tokens.days')} inputMode="numeric" maxLength={3} required />
        <CheckboxGroup name="permissions" label={say('tokens.may')} options={offered.map((value) => ({ value, label: permissionLabel(words, value) }))} wide />
        <p class="w">
          <button class="btn p">{say('tokens.make')}</button>
        </p>
      </FormPost>
    </Page>
  );
};

/** The secret, in this one answer and never again. */
export const TokenSecretPage = ({ viewer, secret, back }: { readonly viewer: Viewer; readonly secret: string; readonly back: string }) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`account.${key}`);
  return (
    <Page viewer={viewer} title={say('tokens.new')}>
      <PageHead title={say('tokens.secret')} />
      <p class="banner warn" role="status">
        {say('tokens.once')}
      </p>
      <div class="field w">
        <label for="secret">{say('tokens.secret')}</label>
        <input id="secret" type="text" readOnly value={secret} autofocus />
      </div>
      <p>
        <a class="btn p" href={back}>
          {say('codes.kept')}
        </a>
      </p>
    </Page>
  );
};
