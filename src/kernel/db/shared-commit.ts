import type { LedgerEntry } from './ledger.js';

/** Entries that share a commit at most; entries of one request are never parted. */
const MOST = 50;

interface Batch {
  readonly entries: LedgerEntry[];
  readonly done: Promise<void>;
  readonly settle: (outcome: Promise<void>) => void;
}

/**
 * Lets the entries of several requests share one commit: those that come in the same round of the event loop, which is
 * well under 10 ms, or while the commit before is on its way. One commit at a time: several at once would only wait for
 * each other at the head of the log.
 */
export class SharedCommit {
  private readonly waiting: Batch[] = [];
  private running: Promise<void> | null = null;

  /** @param commit asks for the entries when its turn has come, so that those who came meanwhile are among them */
  constructor(private readonly commit: (take: () => readonly LedgerEntry[]) => Promise<void>) {}

  /** Resolves when the entries are committed. @throws what the commit threw, to everybody who shared it */
  add(entries: readonly LedgerEntry[]): Promise<void> {
    let batch = this.waiting.at(-1);
    if (!batch || batch.entries.length + entries.length > MOST) this.waiting.push((batch = newBatch()));
    batch.entries.push(...entries);
    this.running ??= roundOver().then(() => this.run());
    return batch.done;
  }

  /** Waits until nothing is waiting. */
  async settled(): Promise<void> {
    while (this.running) await this.running;
  }

  private async run(): Promise<void> {
    for (let batch = this.waiting[0]; batch; batch = this.waiting[0]) {
      const { entries, settle } = batch;
      // A commit may be tried again, and may fail before its turn comes: the batch leaves the queue once, either way.
      const leave = (): void => void (this.waiting[0] === batch && this.waiting.shift());
      const outcome = this.commit(() => {
        leave();
        return entries;
      });
      settle(outcome);
      await outcome.catch(leave);
    }
    this.running = null;
  }
}

function newBatch(): Batch {
  let settle: Batch['settle'] = () => undefined;
  const done = new Promise<void>((resolve) => (settle = resolve));
  return { entries: [], done, settle };
}

/** On the embedded database a whole read is one round: the others of this round are let in before the commit they share. */
const roundOver = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
