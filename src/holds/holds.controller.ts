import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, By } from '../access/public.js';
import { ReasonInput } from '../approvals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { SetHoldInput } from './hold.input.js';
import { HoldSetView, HoldView, ReleaseAskedView } from './hold.view.js';
import { Holds } from './holds.js';

/** Holds keep what may be evidence from being erased. */
@ApiTags('holds')
@Controller('api/v1/holds')
export class HoldsController {
  constructor(private readonly holds: Holds) {}

  @Get()
  @Access('hold.set')
  list(@By() actor: Actor): Promise<HoldView[]> {
    return this.holds.list(actor);
  }

  @Post()
  @Access('hold.set')
  async set(@By() actor: Actor, @Body() input: SetHoldInput): Promise<HoldSetView> {
    return { id: await this.holds.set(actor, input) };
  }

  /** Takes two: somebody who decides on erasure has to agree. */
  @Post(':id/release')
  @HttpCode(200)
  @Access('hold.set', { confirm: true })
  async release(@By() actor: Actor, @Param('id') id: string, @Body() { reason }: ReasonInput): Promise<ReleaseAskedView> {
    return { id: await this.holds.askToRelease(actor, id, reason) };
  }
}
