import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, By } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { PastItsTime } from './past-its-time.js';
import { ProposeRetention } from './propose-retention.js';
import { retentionSet } from './retention-class.js';
import { PastItsTimeInput, ProposeRetentionInput } from './retention.input.js';
import { PastItsTimePageView, RetentionClassView, RetentionProposedView } from './retention.view.js';

/** How long records are kept, and what is past its time. */
@ApiTags('retention')
@Controller('api/v1/retention')
export class RetentionController {
  constructor(
    private readonly past: PastItsTime,
    private readonly proposals: ProposeRetention,
  ) {}

  @Get()
  @Access('request.record')
  classes(@By() { language }: Actor): RetentionClassView[] {
    return retentionSet.classes.map(({ id, proposes, period, starts, ground }) => ({ id, proposes, period, starts, ground: ground[language], needsLegalReview: retentionSet.needs_legal_review }));
  }

  @Get(':id')
  @Access('request.record')
  list(@By() actor: Actor, @Param('id') id: string, @Query() { after }: PastItsTimeInput): Promise<PastItsTimePageView> {
    return this.past.page(actor, id, after);
  }

  /** Takes two: somebody who decides on erasure has to agree. */
  @Post(':id/proposals')
  @Access('request.record', { confirm: true })
  async propose(@By() actor: Actor, @Param('id') id: string, @Body() input: ProposeRetentionInput): Promise<RetentionProposedView> {
    return { id: await this.proposals.propose(actor, id, input) };
  }
}
