import { csrf } from './ask.js';
import { letGo } from './guard-forms.js';

const OFF = 'keys-off';
const TWICE = 700;

/** `/` search, N intake, ? help, Esc Esc away. Single letters can be switched off for those whom they disturb. */
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
  let escaped = -TWICE;
  addEventListener('keydown', (event) => {
    const { key } = event;
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
