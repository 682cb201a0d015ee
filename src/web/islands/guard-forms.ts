const dirty = new Set<HTMLFormElement>();

/** Forgets unsaved changes, for leaving at once. */
export const letGo = (): void => dirty.clear();

/** Asks before unsaved changes are lost, sends a form once, and sends it on Ctrl+Enter. */
export function guardForms(): void {
  // What comes back with faults, or too late, is not saved yet either.
  document.querySelectorAll<HTMLFormElement>('form[data-guard=unsaved]').forEach((form) => dirty.add(form));
  addEventListener('input', ({ target }) => {
    const form = (target as HTMLInputElement).form;
    if (form && 'guard' in form.dataset) dirty.add(form);
  });
  addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-drop]')) letGo();
  });
  addEventListener('beforeunload', (event) => {
    if (dirty.size > 0) event.preventDefault();
  });
  addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (form.method !== 'post') return;
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = 'yes';
    dirty.delete(form);
    // Only after the form has been read: a disabled button is not sent.
    setTimeout(() => buttonsOf(form, true));
  });
  addEventListener('pageshow', () => {
    for (const form of document.forms) {
      if (!form.dataset.sent) continue;
      delete form.dataset.sent;
      buttonsOf(form, false);
    }
  });
  addEventListener('keydown', (event) => {
    const form = (event.target as HTMLInputElement).form;
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !form) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector<HTMLButtonElement>('button:not([type=button])'));
  });
}

const buttonsOf = (form: HTMLFormElement, off: boolean): void => form.querySelectorAll('button').forEach((button) => (button.disabled = off));
