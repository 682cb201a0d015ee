import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, By } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { AsKnownInput, momentAsked } from '../kernel/http/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import type { Settings } from '../kernel/settings/public.js';
import { Clock } from '../kernel/time/public.js';
import { FindTimeline } from './find-timeline.js';
import { timelineView, type TimelineView } from './timeline.view.js';

@ApiTags('detentions')
@Controller('api/v1/detentions/:id/timeline')
export class TimelineController {
  constructor(
    private readonly timeline: FindTimeline,
    private readonly time: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Everything known of one stay: accounts, figures, contradictions, clocks, tasks; now or as known at a past moment. */
  @Get()
  @Access('detention.read')
  async one(@By() actor: Actor, @Param('id') id: string, @Query() input: AsKnownInput): Promise<TimelineView> {
    return timelineView(await this.timeline.of(actor, id, momentAsked(input, this.settings.zone, this.time.now())));
  }
}
