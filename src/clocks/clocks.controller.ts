import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, By } from '../access/public.js';
import { FindDetentions } from '../detentions/public.js';
import { FindIndividuals } from '../individuals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { AsKnownInput, momentAsked, type PageOf } from '../kernel/http/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import type { Settings } from '../kernel/settings/public.js';
import { Clock } from '../kernel/time/public.js';
import type { ClockRowView, ClockView } from './clock.view.js';
import { ClockBoardInput, FindClocks } from './find-clocks.js';

@ApiTags('clocks')
@Controller('api/v1')
export class ClocksController {
  constructor(
    private readonly clocks: FindClocks,
    private readonly detentions: FindDetentions,
    private readonly individuals: FindIndividuals,
    private readonly time: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Every deadline within reach, the nearest first. */
  @Get('clocks')
  @Access('clock.read')
  board(@By() actor: Actor, @Query() input: ClockBoardInput): Promise<PageOf<ClockRowView>> {
    return this.clocks.board(actor, input);
  }

  /** The clocks of one detention, computed now or as known at a past moment, each with rule, pack and citation. */
  @Get('detentions/:id/clocks')
  @Access('clock.read')
  async ofDetention(@By() actor: Actor, @Param('id') id: string, @Query() input: AsKnownInput): Promise<ClockView[]> {
    const asOf = momentAsked(input, this.settings.zone, this.time.now());
    const stay = await this.detentions.one(actor, id, asOf);
    const people = await this.individuals.several(actor, stay.individualId ? [stay.individualId] : [], asOf);
    return this.clocks.of(actor, stay, people.get(stay.individualId ?? '') ?? null, asOf ?? this.time.now());
  }
}
