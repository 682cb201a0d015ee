import { csrf } from './ask.js';
import { letGo } from './guard-forms.js';

const OFF = 'keys-off';
const TWICE = 700;

/** `/` search, N intake, ? help, Esc Esc away, Ctrl Shift L twice locks the server. Single letters can be switched off for those whom they disturb. */
export function listenToKeys(): void {
  const help = document.querySelector<HTMLDialogElement>('#keys');
  const off = document.querySelector<HTMLInputElement>('#keys-off');
  if (off) {
    off.checked = kept() !== null;
    off.addEventListener('change', () => keep(off.checked));
  }
  document.querySelector('[data-leave]')?.addEventListener('submit', (event) => {
    event.preventDefault();
    leave();
  });
  let escaped = -Infinity;
  let lockAsked = -Infinity; // a page counts its moments from its own start: a first press on a young page is not the second
  addEventListener('keydown', (event) => {
    const { key } = event;
    // By its place on the keyboard: with Russian or Kazakh letters the same key is another one.
    if (event.code === 'KeyL' && event.ctrlKey && event.shiftKey && !event.repeat) {
      event.preventDefault();
      if (event.timeStamp - lockAsked < 2 * TWICE) lock();
      lockAsked = event.timeStamp;
      return;
    }
    if (key === 'Escape') {
      if (event.timeStamp - escaped < TWICE) leave();
      escaped = event.timeStamp;
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || kept() !== null || isField(event.target)) return;
    const act = actions[key.toLowerCase()];
    if (act) {
      event.preventDefault();
      act(help);
    }
  });
}

const actions: Readonly<Record<string, (help: HTMLDialogElement | null) => void>> = {
  '/': () => document.getElementById('find')?.focus(),
  n: () => document.querySelector<HTMLElement>('[data-key=n]')?.click(),
  '?': (help) => !help?.open && help?.showModal(),
};

const isField = (target: EventTarget | null): boolean => target instanceof Element && target.matches('input,select,textarea,[contenteditable]');

/** Ends the session and leaves nothing on the screen or behind the back button of this page. */
function leave(): void {
  letGo();
  navigator.sendBeacon('/sign-out', new URLSearchParams({ _csrf: csrf() }));
  location.replace('about:blank');
}

/** Sends the form of the menu: a page without it belongs to somebody who may not lock. */
function lock(): void {
  letGo();
  document.querySelector<HTMLFormElement>('form[data-lock]')?.submit();
}

// Some browsers refuse storage altogether.
function kept(): string | null {
  try {
    return localStorage.getItem(OFF);
  } catch {
    return null;
  }
}

function keep(on: boolean): void {
  try {
    if (on) localStorage.setItem(OFF, 'yes');
    else localStorage.removeItem(OFF);
  } catch {
    // then it holds for this page only
  }
}
