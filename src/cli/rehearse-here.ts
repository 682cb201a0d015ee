import type { Actor } from '../kernel/actor/public.js';
import { KeyRefused } from '../kernel/keyring/public.js';
import { askRecovery } from '../launch/public.js';
import type { WaysBack } from '../lock/public.js';

/** Shows a fresh recovery key, this once. */
export async function showRecoveryKey(ways: WaysBack, actor: Actor): Promise<void> {
  console.log(`The recovery key, shown this once. Write it on paper and keep it away from this place:\n\n  ${await ways.makeKey(actor)}\n`);
}

/** Asks until it fits or is put off; a slip of the hand must not end a rehearsal. Answers the exit code. */
export async function rehearseHere(ways: WaysBack, actor: Actor): Promise<number> {
  for (;;) {
    const entered = await askRecovery();
    if (!entered) {
      console.log('Put off. Until it was entered back, nobody knows whether the paper is right.');
      return 1;
    }
    try {
      await ways.rehearse(actor, entered);
      console.log('It opens the data folder. The day stands in the log and on the administrator\'s page.');
      return 0;
    } catch (error) {
      if (!(error instanceof KeyRefused)) throw error;
      console.error(error.message);
    }
  }
}
