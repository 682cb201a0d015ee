import type { Language } from '../../kernel/actor/public.js';
import { BarePage, FormPost, stranger, TextAreaField, TextField } from '../parts/public.js';
import { languages, wordsFor } from '../words/words.js';
import type { SealedState, Way } from './sealed-door.js';

interface UnlockProps {
  readonly language: Language;
  readonly state: SealedState;
  /** A sentence about why it did not work. */
  readonly refused?: string | null;
}

/** Where operators unlock the server. The tab says nothing about what this site is. */
export const UnlockPage = ({ language, state, refused }: UnlockProps) => {
  const words = wordsFor(language);
  const say = (key: string): string => words.say(`lock.${key}`);
  return (
    <BarePage viewer={stranger(language, '/unlock')} title={words.say('shell.neutral_title')}>
      <h1>{say('sealed.title')}</h1>
      {refused && (
        <p class="banner bad" role="alert">
          {refused}
        </p>
      )}
      {state.opening ? <p role="status">{say('opening')}</p> : <p>{say('sealed.lead')}</p>}
      {!state.opening && state.ways.map((way) => <WayForm key={way} language={language} way={way} state={state} />)}
      {!state.opening && <p class="muted">{say(state.ways.length > 0 ? 'sealed.machine' : 'sealed.only_machine')}</p>}
      <p class="row">
        {languages.map((one) => (
          <a key={one} class="btn" href={`/unlock?language=${one}`} lang={one} aria-current={one === language ? 'true' : undefined}>
            {words.say(`shell.language.${one}`)}
          </a>
        ))}
      </p>
    </BarePage>
  );
};

interface WayProps {
  readonly language: Language;
  readonly way: Way;
  readonly state: SealedState;
}

const WayForm = ({ language, way, state: { entered, missing } }: WayProps) => {
  const words = wordsFor(language);
  const say = (key: string): string => words.say(`lock.${key}`);
  return (
    <section aria-labelledby={`${way}-title`}>
      <h2 id={`${way}-title`}>{say(`way.${way}`)}</h2>
      {way === 'shares' && <p role="status">{entered > 0 ? words.say('lock.shares.entered', { entered, missing }) : words.say('lock.shares.none', { missing })}</p>}
      <FormPost action="/unlock" guard={false}>
        <input type="hidden" name="way" value={way} />
        {way === 'passphrase' ? (
          <TextField name={way} type="password" label={say('field.passphrase')} maxLength={1024} required />
        ) : (
          <TextAreaField name={way} label={say(`field.${way}`)} hint={say(`hint.${way}`)} rows={3} maxLength={1024} required />
        )}
        {way === 'shares' && <TextField name="share_passphrase" type="password" label={say('field.share_passphrase')} hint={say('hint.share_passphrase')} maxLength={1024} />}
        <p>
          <button class="btn p">{say(`go.${way}`)}</button>
        </p>
      </FormPost>
    </section>
  );
};
