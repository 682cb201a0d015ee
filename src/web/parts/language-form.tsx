import { languages } from '../words/words.js';
import { FormSecret } from './form-secret.js';
import { useViewer, useWords } from './viewer.js';

/** One button per language; the page comes back in the language chosen. */
export const LanguageForm = () => {
  const viewer = useViewer();
  const words = useWords();
  return (
    <form class="langs" method="post" action="/language" aria-label={words.say('shell.language')}>
      <FormSecret />
      <input type="hidden" name="back" value={viewer.path} />
      {languages.map((language) => (
        <button key={language} name="language" value={language} lang={language} aria-pressed={language === viewer.language} title={words.say(`shell.language.${language}`)}>
          <span aria-hidden="true">{short[language]}</span>
          <span class="sr">{words.say(`shell.language.${language}`)}</span>
        </button>
      ))}
    </form>
  );
};

const short = { en: 'EN', ru: 'РУ', kk: 'ҚАЗ' } as const;
