import { addMinutes, instantOf, type Instant } from './instant.js';

/** Where "now" comes from. Injected, so that a test or a replay decides what time it is. */
export abstract class Clock {
  abstract now(): Instant;
}

export class SystemClock extends Clock {
  now(): Instant {
    return instantOf(Date.now());
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
