import { startAuthentication, startRegistration, type PublicKeyCredentialCreationOptionsJSON, type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { csrf } from './ask.js';

/** A form whose answer a passkey gives: asks the server what to sign, lets the browser do it, and sends the form. */
function usePasskey(form: HTMLFormElement): void {
  if (!('PublicKeyCredential' in window)) return;
  form.hidden = false;
  const failed = form.querySelector<HTMLElement>('[data-failed]');
  const answer = form.querySelector<HTMLInputElement>('input[name=answer]');
  form.addEventListener('submit', (event) => {
    if (!answer || answer.value !== '') return;
    event.preventDefault();
    if (failed) failed.hidden = true;
    void signed(form).then(
      (said) => {
        answer.value = said;
        form.submit();
      },
      () => {
        if (failed) failed.hidden = false;
      },
    );
  });
}

async function signed(form: HTMLFormElement): Promise<string> {
  const asked = await fetch(form.dataset.options ?? '', { method: 'POST', headers: { Accept: 'application/json', 'X-CSRF-Token': csrf() } });
  if (!asked.ok) throw new Error('refused');
  const optionsJSON = (await asked.json()) as PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON;
  return JSON.stringify(form.dataset.passkey === 'new' ? await startRegistration({ optionsJSON }) : await startAuthentication({ optionsJSON }));
}

// A script of its own: only pages with such a form load it.
document.querySelectorAll<HTMLFormElement>('[data-passkey]').forEach(usePasskey);
