import { systemActor } from '../kernel/actor/public.js';
import { lockFolder, type FolderLock } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import type { OpenedBy } from '../kernel/gate/public.js';
import { QuietLogger } from '../kernel/log/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { SystemClock, type Clock, type Instant } from '../kernel/time/public.js';
import { sealedSite } from '../web/public.js';
import { clockBehind } from './clock-behind.js';
import { Control } from './control.js';
import { Gate } from './gate.js';
import { Inside } from './inside.js';
import { LaunchRefused } from './launch-refused.js';
import { openInstance, type OpenInstance } from './open-instance.js';
import { Operators } from './operators.js';
import { markLocked, unmarkLocked } from './sealed-mark.js';
import { unlockOrder } from './unlock-order.js';
import { Watchman } from './watchman.js';

/** How long requests under way may take to end after Ctrl+C. */
const GRACE_MS = 5000;

/** The process that serves: a gate that listens, and behind it the application while it is open. */
export class HabeasServer {
  readonly gate: Gate;
  readonly operators: Operators;
  readonly watchman: Watchman;
  private control: Control | null = null;
  /** Held while nothing is open, so that no other process takes the folder from under a locked server. */
  private folder: FolderLock | null = null;

  constructor(
    private readonly settings: Settings,
    clock: Clock = new SystemClock(),
  ) {
    this.operators = new Operators(settings, clock, (master, by, refused) => this.unlock(master, by, refused));
    this.gate = new Gate(sealedSite(settings, this.operators));
    this.gate.onLock = () => this.afterLock();
    this.watchman = new Watchman(this.gate, settings, clock);
  }

  /** On an instance that is open already. */
  async open(instance: OpenInstance): Promise<void> {
    this.gate.open(await Inside.build(instance, this.gate, { by: 'key', unlocked: false, refused: [] }));
  }

  /** Without opening anything: the operators do. @throws LaunchRefused `inUse` */
  startLocked(): void {
    this.folder = lockFolder(this.settings.dataDir);
    if (!this.folder) throw new LaunchRefused('inUse', `Another process is using ${this.settings.dataDir}; stop it first.`);
  }

  /** Answers the port it got. */
  async listen(): Promise<number> {
    const port = await this.gate.listen(this.settings);
    this.control = await Control.listen(this.settings.dataDir, {
      lock: () => this.lockFromTerminal(),
      unlock: (body) => unlockOrder(this.settings, this.gate, this.operators, body),
    });
    return port;
  }

  async stop(): Promise<void> {
    this.watchman.stop();
    this.control?.close();
    await this.gate.close(GRACE_MS);
    await this.gate.behind?.stop();
    await this.gate.locked();
    this.folder?.release();
  }

  private async lockFromTerminal(): Promise<void> {
    this.gate.lock({ actor: systemActor('terminal'), cause: 'command' });
    await this.gate.locked();
  }

  private afterLock(): void {
    try {
      markLocked(this.settings.dataDir);
    } catch {
      // A full disk must not keep the keys in memory.
    }
    setImmediate(() => void this.gate.locked().then(() => (this.folder ??= lockFolder(this.settings.dataDir))));
  }

  private async unlock(master: Buffer, by: OpenedBy, refused: readonly Instant[]): Promise<void> {
    if (this.gate.behind) return;
    await this.gate.locked();
    this.folder?.release();
    this.folder = null;
    try {
      const instance = await openInstance(this.settings, { onlyExisting: true, master });
      this.gate.open(await Inside.build(instance, this.gate, { by, unlocked: true, refused }));
      unmarkLocked(this.settings.dataDir);
      const behind = await clockBehind(instance.ground);
      if (behind) new QuietLogger(this.settings.logLevel).warn(behind);
    } catch (error) {
      this.folder = lockFolder(this.settings.dataDir);
      throw this.notOpened(error);
    }
  }

  /** The page says that it cannot be opened, the terminal of the server why. */
  private notOpened(error: unknown): Error {
    const log = new QuietLogger(this.settings.logLevel);
    if (!(error instanceof LaunchRefused)) log.failure(error, null);
    else log.error(error.message);
    return new Problem('unlock.not_openable', { status: 503 });
  }
}
