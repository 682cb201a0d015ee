import type { ComponentChildren } from 'preact';
import { assetUrl } from './assets.js';
import { FormSecret } from './form-secret.js';
import { useWords } from './viewer.js';

interface PasskeyFormProps {
  /** Where the answer goes; what is to be signed is asked for at the same address with `/options`. */
  readonly action: string;
  readonly use: 'use' | 'new';
  readonly button: string;
  readonly strong?: boolean;
  /** Fields that go with it. */
  readonly children?: ComponentChildren;
}

/** Needs scripts: what only uses a passkey is hidden without them, for there is another way beside it. */
export const PasskeyForm = ({ action, use, button, strong = false, children }: PasskeyFormProps) => {
  const words = useWords();
  return (
    <form method="post" action={action} class="form" data-passkey={use} data-options={`${action}/options`} hidden={use === 'use'}>
      <FormSecret />
      <input type="hidden" name="answer" value="" />
      {children}
      <p>
        <button class={strong ? 'btn p' : 'btn'}>{button}</button>
      </p>
      <p class="banner bad" role="alert" hidden data-failed>
        {words.say('account.passkey.failed')}
      </p>
      <script src={assetUrl('passkey.js')} defer />
    </form>
  );
};
