import { FormSecret } from './form-secret.js';
import { LanguageForm } from './language-form.js';
import { useViewer, useWords } from './viewer.js';

/** Product name, search, the way into intake, language and account. */
export const Header = () => {
  const viewer = useViewer();
  const words = useWords();
  return (
    <header class="top">
      <a class="brand" href="/">
        {words.say('shell.product')}
      </a>
      {viewer.permissions.has('individual.read') && (
        // Names are searched for by POST, so that they never stand in an address or a log.
        <form class="find" method="post" action="/search" role="search">
          <FormSecret />
          <input type="search" name="words" id="find" aria-label={words.say('shell.search.label')} placeholder={words.say('shell.search')} autocomplete="off" />
          <button class="btn">{words.say('shell.search.submit')}</button>
        </form>
      )}
      {viewer.permissions.has('detention.record') && (
        <a class="btn p" href="/intake" data-key="n">
          {words.say('shell.intake.new')}
        </a>
      )}
      <LanguageForm />
      <Account />
      {viewer.role && (
        <form method="post" action="/leave" data-leave>
          <FormSecret />
          <button class="btn" title={words.say('shell.leave.hint')}>{words.say('shell.leave')}</button>
        </form>
      )}
    </header>
  );
};

const Account = () => {
  const viewer = useViewer();
  const words = useWords();
  if (!viewer.role) return null;
  return (
    <details class="menu">
      <summary class="btn">{viewer.name ?? words.say('shell.account')}</summary>
      <div class="card">
        <p class="muted">{words.say(`shell.role.${viewer.role}`)}</p>
        <p>
          <a href="/account">{words.say('shell.account.own')}</a>
        </p>
        <p>
          <a href="/notices">{words.say('shell.account.notices')}</a>
        </p>
        {viewer.permissions.has('emergency.enter') && (
          <p>
            <a href="/emergency">{words.say('shell.account.emergency')}</a>
          </p>
        )}
        {viewer.permissions.has('lock.now') && (
          <form method="post" action="/lock" data-lock>
            <FormSecret />
            <button class="btn" title={words.say('shell.lock.hint')}>{words.say('shell.lock')}</button>
          </form>
        )}
        <form method="post" action="/sign-out">
          <FormSecret />
          <button class="btn">{words.say('shell.sign_out')}</button>
        </form>
      </div>
    </details>
  );
};
