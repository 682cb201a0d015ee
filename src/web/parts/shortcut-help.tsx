import { useWords } from './viewer.js';

const keys = [
  ['/', 'shell.keys.search'],
  ['N', 'shell.keys.intake'],
  ['Ctrl Enter', 'shell.keys.save'],
  ['Esc Esc', 'shell.keys.quit'],
  ['Ctrl Shift L, L', 'shell.keys.lock'],
  ['?', 'shell.keys.help'],
] as const;

/** The list that `?` opens; without scripts it is never shown. */
export const ShortcutHelp = () => {
  const words = useWords();
  return (
    <dialog id="keys" aria-labelledby="keys-title">
      <form method="dialog">
        <h2 id="keys-title">{words.say('shell.keys')}</h2>
        <dl class="facts">
          {keys.map(([key, word]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{words.say(word)}</dd>
            </div>
          ))}
        </dl>
        <label class="check">
          <input type="checkbox" id="keys-off" /> {words.say('shell.keys.off')}
        </label>
        <button class="btn p">{words.say('shell.close')}</button>
      </form>
    </dialog>
  );
};
