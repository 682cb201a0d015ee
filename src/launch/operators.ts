import { Problem } from '../kernel/errors/public.js';
import type { OpenedBy } from '../kernel/gate/public.js';
import { asksPassphrase, hasSlot, KeyRefused, masterOf, NEEDED, readInstanceFile, type Entered, type TypedShare } from '../kernel/keyring/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { addMinutes, type Clock, type Instant } from '../kernel/time/public.js';
import { Throttle } from '../staff/public.js';
import type { Entry, SealedDoor, SealedState, Way } from '../web/public.js';

/** What nobody completed is forgotten after this long. */
const SHARE_MINUTES = 15;
/** Each try fills 256 MB for a second: they are made one after the other, and not more than these wait. */
const MOST_WAITING = 5;

interface HeldShare extends TypedShare {
  readonly until: Instant;
}

/**
 * Takes what the operators of a locked server enter, one thing at a time and from different people, and opens the server when it
 * fits. Shares are in memory only. Whoever guesses waits, by the address they come from.
 */
export class Operators implements SealedDoor {
  private shares: readonly HeldShare[] = [];
  private opening = false;
  private trying: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private readonly throttle: Throttle;
  /** When something did not fit; written into the log by whoever opens it. */
  private refused: readonly Instant[] = [];

  /** @param open builds the application with the master key that fits */
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly open: (master: Buffer, by: OpenedBy, refused: readonly Instant[]) => Promise<void>,
  ) {
    this.throttle = new Throttle(clock);
  }

  state(): SealedState {
    const entered = this.held().length;
    return { ways: this.ways(), entered, missing: Math.max(0, NEEDED - entered), opening: this.opening };
  }

  enter(entry: Entry, address: string): Promise<'open' | 'more'> {
    return this.inTurn(address, async () => {
      if (entry.way === 'passphrase') return this.attempt({ passphrase: entry.text }, 'passphrase');
      if (entry.way === 'recovery') return this.attempt({ recoveryKey: entry.text }, 'recovery');
      return this.share(entry);
    });
  }

  /** With a key the machine itself has: only whoever may read the data folder comes this way. */
  enterKey(master: Buffer): Promise<'open' | 'more'> {
    return this.inTurn('', () => this.openWith(master, 'key'));
  }

  /** Forgets what has been entered so far. */
  forget(): void {
    this.shares = [];
  }

  private async share({ text, passphrase }: Entry): Promise<'open' | 'more'> {
    if (asksPassphrase(text) === null) throw new KeyRefused('shares.mistyped');
    const held = this.held();
    if (held.some((one) => plain(one.text) === plain(text))) throw new KeyRefused('shares.twice');
    this.shares = [...held, { text, passphrase, until: addMinutes(this.clock.now(), SHARE_MINUTES) }];
    if (this.shares.length < NEEDED) return 'more';
    try {
      return await this.attempt({ shares: this.shares }, 'shares');
    } catch (error) {
      // A passphrase of its own may be mistyped: the others need not come again. Else nobody knows which one is wrong.
      this.shares = error instanceof KeyRefused && error.code === 'shares.passphrase' ? held : [];
      throw error;
    }
  }

  private async attempt(entered: Entered, by: OpenedBy): Promise<'open'> {
    return this.openWith(await masterOf(readInstanceFile(this.settings.dataDir), entered), by);
  }

  private async openWith(master: Buffer, by: OpenedBy): Promise<'open'> {
    this.opening = true;
    try {
      await this.open(master, by, this.refused);
      this.forget();
      this.refused = [];
      return 'open';
    } finally {
      this.opening = false;
    }
  }

  private async inTurn(address: string, task: () => Promise<'open' | 'more'>): Promise<'open' | 'more'> {
    this.throttle.ask('unlock', address);
    if (this.waiting >= MOST_WAITING) throw new Problem('session.too_many_tries', { status: 429, params: { minutes: 1 }, headers: { 'Retry-After': '60' } });
    this.waiting += 1;
    const turn = this.trying.then(() => {
      this.throttle.ask('unlock', address);
      return task();
    });
    this.trying = turn.catch(() => undefined);
    try {
      const answer = await turn;
      this.throttle.succeeded('unlock', address);
      return answer;
    } catch (error) {
      if (!(error instanceof KeyRefused)) throw error;
      this.throttle.failed('unlock', address);
      this.refused = [...this.refused, this.clock.now()].slice(-100);
      throw new Problem(`unlock.${error.code}`, { status: 403 });
    } finally {
      this.waiting -= 1;
    }
  }

  private held(): readonly HeldShare[] {
    const now = this.clock.now();
    this.shares = this.shares.filter(({ until }) => until > now);
    return this.shares;
  }

  private ways(): Way[] {
    const file = readInstanceFile(this.settings.dataDir);
    if (file.form === undefined) return file.key.from === 'passphrase' ? ['passphrase'] : [];
    const known: readonly Way[] = ['passphrase', 'shares', 'recovery'];
    return known.filter((way) => hasSlot(file, way));
  }
}

/** As it is compared: without the spaces and dashes people type. */
const plain = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');
