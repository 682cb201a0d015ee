import { addMinutes, instantOf, minutesBetween, type Instant } from './instant.js';

/** Where "now" comes from. Injected, so that a test or a replay decides what time it is. */
export abstract class Clock {
  abstract now(): Instant;
}

export class SystemClock extends Clock {
  now(): Instant {
    return instantOf(Date.now());
  }
}

/** Steps back up to this many minutes are what the setting of clocks over a network does. */
const WAITED_OUT = 2;

/**
 * The clock of a machine that is set while the server runs. A small step back is waited out: the moment stands still, so
 * that nothing is recorded before what it follows. A greater one is taken as it is, for then one of the two was wrong all
 * along and nobody here knows which; the order of things is that of their numbers, not of their times.
 */
export class SteadyClock extends Clock {
  private last: Instant;

  /** @param told is given the minutes of each greater step back */
  constructor(
    private readonly machine: Clock,
    private readonly told: (minutes: number) => void = () => {},
  ) {
    super();
    this.last = machine.now();
  }

  now(): Instant {
    const now = this.machine.now();
    const back = minutesBetween(now, this.last);
    if (back > 0 && back <= WAITED_OUT) return this.last;
    this.last = now;
    if (back > 0) this.told(Math.round(back));
    return now;
  }
}

/** Stands still until told otherwise. */
export class FixedClock extends Clock {
  constructor(private moment: Instant) {
    super();
  }

  now(): Instant {
    return this.moment;
  }

  set(moment: Instant): void {
    this.moment = moment;
  }

  advance(minutes: number): void {
    this.moment = addMinutes(this.moment, minutes);
  }
}
