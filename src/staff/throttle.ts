import { Injectable } from '@nestjs/common';
import { Problem } from '../kernel/errors/public.js';
import { Clock, minutesBetween, type Instant } from '../kernel/time/public.js';

const FREE_TRIES = 5;
const WINDOW_MINUTES = 15;
const REMEMBERED = 20_000;

interface Failures {
  count: number;
  since: Instant;
}

/**
 * Slows guessing. Failures are counted by account and address together, so a guesser shuts the door on themself only:
 * the person who owns the account still signs in from elsewhere. Addresses alone are counted too, with more patience.
 */
@Injectable()
export class Throttle {
  private readonly failures = new Map<string, Failures>();

  constructor(private readonly clock: Clock) {}

  /** @throws Problem `session.too_many_tries` (429) with Retry-After. */
  ask(account: string, address: string): void {
    const waits = [this.waitFor(`${account} ${address}`, FREE_TRIES), this.waitFor(address, FREE_TRIES * 10)];
    const minutes = Math.max(...waits);
    if (minutes > 0) {
      throw new Problem('session.too_many_tries', {
        status: 429,
        params: { minutes },
        headers: { 'Retry-After': String(minutes * 60) },
      });
    }
  }

  failed(account: string, address: string): void {
    for (const key of [`${account} ${address}`, address]) {
      const known = this.recent(key);
      if (this.failures.size >= REMEMBERED) this.failures.delete(this.failures.keys().next().value ?? '');
      this.failures.set(key, { count: (known?.count ?? 0) + 1, since: known?.since ?? this.clock.now() });
    }
  }

  succeeded(account: string, address: string): void {
    this.failures.delete(`${account} ${address}`);
  }

  private waitFor(key: string, free: number): number {
    const known = this.recent(key);
    if (!known || known.count < free) return 0;
    return Math.max(1, Math.ceil(WINDOW_MINUTES - Math.abs(minutesBetween(known.since, this.clock.now()))));
  }

  private recent(key: string): Failures | null {
    const known = this.failures.get(key);
    // Either way: after a clock is put back nobody waits for the time it was put back by.
    if (!known || Math.abs(minutesBetween(known.since, this.clock.now())) >= WINDOW_MINUTES) return null;
    return known;
  }
}
