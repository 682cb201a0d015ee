import { systemActor } from '../kernel/actor/public.js';
import type { Settings } from '../kernel/settings/public.js';
import { laterOf, type Clock, type Instant } from '../kernel/time/public.js';
import { CheckIns, deadline, hoursEnded } from '../lock/public.js';
import type { Gate } from './gate.js';

const LOOKS_EVERY_MS = 30_000;

/** Locks the server when no administrator has checked in for too long, and at the end of the hours it is meant to be open. */
export class Watchman {
  private readonly timer: NodeJS.Timeout;
  private lastLook: Instant;

  constructor(
    private readonly gate: Gate,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {
    this.lastLook = clock.now();
    this.timer = setInterval(() => void this.look().catch(() => undefined), LOOKS_EVERY_MS);
    this.timer.unref();
  }

  /** One look round: every half minute, and by tests. */
  async look(): Promise<void> {
    const now = this.clock.now();
    const { behind } = this.gate;
    const since = behind ? laterOf(this.lastLook, behind.opened.at) : now;
    this.lastLook = now;
    if (!behind) return;
    const { openHours, deadmanHours, zone } = this.settings;
    // At the moment they end and not at any later one: whoever unlocks it at night may go on.
    if (openHours && hoursEnded(since, now, openHours, zone)) return this.gate.lock({ actor: systemActor('watchman'), cause: 'hours' });
    if (deadmanHours === 0) return;
    const until = deadline(deadmanHours, behind.opened.at, await behind.app.get(CheckIns).last());
    if (until && until <= now) this.gate.lock({ actor: systemActor('watchman'), cause: 'dead_man' });
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
