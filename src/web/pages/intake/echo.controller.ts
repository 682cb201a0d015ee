import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { EntityManager } from 'typeorm';
import { Access, By, Reach } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { isId } from '../../../kernel/db/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { Clock, readTyped, sayBounds, zoneExists } from '../../../kernel/time/public.js';
import { placeKind, zoneOfRegion } from '../../../places/public.js';
import { wordsFor } from '../../words/words.js';

interface Asked {
  readonly said?: unknown;
  readonly zone?: unknown;
  readonly onDate?: unknown;
  readonly date?: unknown;
  /** Id of a place or code of a region: whose clock it was. */
  readonly place?: unknown;
}

/** Says back in words how a typed time is read, while it is typed. */
@ApiExcludeController()
@Controller('echo')
export class EchoController {
  constructor(
    private readonly reach: Reach,
    private readonly reader: EntityManager,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post('time')
  @HttpCode(200)
  @Access('own.use')
  async time(@By() actor: Actor, @Body() asked: Asked): Promise<{ ok: boolean; text: string }> {
    const said = textIn(asked.said);
    const onDate = textIn(asked.onDate) || textIn(asked.date);
    const zone = await this.zoneOf(actor, textIn(asked.zone), textIn(asked.place));
    const dated = /^\d{4}-\d{2}-\d{2}$/.test(onDate) ? { onDate } : {};
    const read = readTyped(said, { zone, now: this.clock.now(), ...dated });
    if (read.ok) return { ok: true, text: sayBounds(read.bounds, actor.language) };
    return { ok: false, text: wordsFor(actor.language).say(`problems.${read.code}`) };
  }

  private async zoneOf(actor: Actor, zone: string, place: string): Promise<string> {
    if (zone && zoneExists(zone)) return zone;
    if (isId(place) && actor.permissions.has('place.read')) {
      const row = await this.reach.list(actor, placeKind, 'p', this.reader).andWhere('p.id = :place', { place }).getOne();
      if (row) return row.zone;
    }
    return zoneOfRegion(place) ?? this.settings.zone;
  }
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 200) : '');
