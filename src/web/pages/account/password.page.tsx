import { SHORTEST, SHORTEST_WITH_FACTOR } from '../../../staff/public.js';
import { FormPost, Page, PageHead, TextField, type Fault, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

interface PasswordProps {
  readonly viewer: Viewer;
  readonly which: 'password' | 'duress';
  readonly faults?: readonly Fault[];
}

export const PasswordPage = ({ viewer, which, faults = [] }: PasswordProps) => {
  const words = wordsFor(viewer.language);
  const title = words.say(which === 'duress' ? 'account.duress' : 'account.password.change');
  return (
    <Page viewer={viewer} title={title} breadcrumb={[{ href: '/account', text: words.say('signin.account') }]}>
      <PageHead title={title} />
      {which === 'duress' && <p class="banner warn">{words.say('account.duress.lead')}</p>}
      <ul>
        <li>{words.say('account.password.length', { shortest: SHORTEST, withFactor: SHORTEST_WITH_FACTOR })}</li>
        <li>{words.say('signin.rules.sentence')}</li>
        <li>{words.say('account.password.known')}</li>
      </ul>
      <FormPost action="/account/password" faults={faults}>
        <input type="hidden" name="which" value={which} />
        <TextField name="present" type="password" label={words.say('account.password.present')} autocomplete="current-password" maxLength={1024} required />
        <TextField name="fresh" type="password" label={words.say('signin.password.new')} autocomplete="new-password" maxLength={256} required />
        <TextField name="again" type="password" label={words.say('signin.password.again')} autocomplete="new-password" maxLength={256} required />
        <p>
          <button class="btn p">{words.say('account.password.set')}</button>
        </p>
      </FormPost>
    </Page>
  );
};
