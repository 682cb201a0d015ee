import type { Tried } from '../../../lock/public.js';
import { sayInstant } from '../../../kernel/time/public.js';
import { FormPost, Page, PageHead, TextField, type Fault, type FormValues, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

interface RecoveryProps {
  readonly viewer: Viewer;
  readonly tried: Tried;
  readonly zone: string;
  readonly values?: FormValues;
  readonly faults?: readonly Fault[];
}

/** The way back in when key file and passphrase are lost: made here, and tried here until it was right once. */
export const RecoveryPage = ({ viewer, tried, zone, values = {}, faults = [] }: RecoveryProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`lock.recovery.${key}`);
  const { rehearsedAt } = tried;
  return (
    <Page viewer={viewer} title={say('title')}>
      <PageHead title={say('title')} facts={say('lead')} />
      <p class={rehearsedAt ? undefined : 'banner warn'}>
        {rehearsedAt ? words.say('lock.home.rehearsed', { when: sayInstant(rehearsedAt, zone, viewer.language) }) : words.say('lock.home.never_rehearsed')}
      </p>
      <section aria-labelledby="make">
        <h2 id="make">{say('make')}</h2>
        <p>{words.say('lock.recovery.make.lead')}</p>
        <FormPost action="/recovery/key" guard={false}>
          <p>
            <button class="btn">{words.say('lock.recovery.make.go')}</button>
          </p>
        </FormPost>
      </section>
      <section aria-labelledby="split">
        <h2 id="split">{say('shares')}</h2>
        <p>{words.say('lock.recovery.shares.lead')}</p>
        <FormPost action="/recovery/shares" guard={false}>
          <p>
            <button class="btn">{words.say('lock.recovery.shares.go')}</button>
          </p>
        </FormPost>
      </section>
      <section aria-labelledby="try">
        <h2 id="try">{say('try')}</h2>
        <TryForm viewer={viewer} values={values} faults={faults} />
      </section>
    </Page>
  );
};

/** Shown once; it is entered back below, from the paper and not from the page. */
export const RecoveryKeyPage = ({ viewer, recoveryKey }: { readonly viewer: Viewer; readonly recoveryKey: string }) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`lock.recovery.${key}`);
  return (
    <Page viewer={viewer} title={say('key')} breadcrumb={[{ href: '/recovery', text: say('title') }]}>
      <PageHead title={say('key')} />
      <p class="banner warn" role="status">
        {say('once')}
      </p>
      <p>
        <code>{recoveryKey}</code>
      </p>
      <p>
        <a class="btn p" href="/recovery#try">
          {say('written')}
        </a>
      </p>
    </Page>
  );
};

const TryForm = ({ viewer, values, faults }: { readonly viewer: Viewer; readonly values: FormValues; readonly faults: readonly Fault[] }) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`lock.recovery.${key}`);
  return (
    <FormPost action="/recovery/rehearsal" values={values} faults={faults}>
      <TextField name="text" label={say('text')} hint={words.say('lock.hint.recovery')} autocomplete="off" maxLength={400} required />
      <details>
        <summary>{say('by_shares')}</summary>
        <TextField name="passphrase" type="password" label={say('passphrase')} hint={words.say('lock.hint.share_passphrase')} autocomplete="off" maxLength={1024} />
        <TextField name="second" label={say('second')} autocomplete="off" maxLength={400} />
        <TextField name="secondPassphrase" type="password" label={say('second_passphrase')} hint={words.say('lock.hint.share_passphrase')} autocomplete="off" maxLength={1024} />
      </details>
      <p>
        <button class="btn p">{words.say('lock.recovery.try.go')}</button>
      </p>
    </FormPost>
  );
};
