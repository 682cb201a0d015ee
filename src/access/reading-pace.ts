import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor/public.js';
import { Problem } from '../kernel/errors/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import type { Settings } from '../kernel/settings/public.js';
import { addMinutes, Clock, type Instant } from '../kernel/time/public.js';

/** Tells those who have to know that an account opens more records than its work needs; src/staff does it. */
export abstract class TellsOfHaste {
  abstract haste(actor: Actor): Promise<void>;
}

const WINDOW_MINUTES = 60;
/** What each record above the pace costs whoever opens it. */
const SLOW_MS = 1500;

/**
 * How many different records about people one account opens in an hour: above the pace it gets slow and others are told,
 * at twice the pace it ends. A stolen session then yields a handful, and not in silence.
 */
@Injectable()
export class ReadingPace {
  private readonly opened = new Map<string, Map<string, Instant>>();
  private readonly told = new Map<string, Instant>();

  constructor(
    private readonly clock: Clock,
    private readonly tells: TellsOfHaste,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws Problem `reading.too_many` (429) */
  async ask(actor: Actor, recordId: string): Promise<void> {
    const { recordsAnHour: pace } = this.settings;
    if (pace === 0 || actor.role === 'system') return;
    const now = this.clock.now();
    const since = addMinutes(now, -WINDOW_MINUTES);
    const mine = this.opened.get(actor.id) ?? new Map<string, Instant>();
    this.opened.set(actor.id, mine);
    for (const [id, at] of mine) if (at <= since) mine.delete(id);
    if (mine.has(recordId)) return;
    if (mine.size >= pace * 2) throw new Problem('reading.too_many', { status: 429, headers: { 'Retry-After': '3600' } });
    mine.set(recordId, now);
    if (mine.size <= pace) return;
    if ((this.told.get(actor.id) ?? '') <= since) {
      this.told.set(actor.id, now);
      await this.tells.haste(actor);
    }
    await wait(SLOW_MS);
  }
}
