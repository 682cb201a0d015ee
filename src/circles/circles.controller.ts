import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, By } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { LetInInput, OpenCircleInput, PutInInput, SealInput } from './circle.input.js';
import type { CircleMadeView, CircleRowView, CircleView } from './circle.view.js';
import { FindCircles } from './find-circles.js';
import { KeepCircle } from './keep-circle.js';
import { SealCircle } from './seal-circle.js';

/** Who may know of which records. */
@ApiTags('circles')
@Controller('api/v1')
export class CirclesController {
  constructor(
    private readonly find: FindCircles,
    private readonly keep: KeepCircle,
    private readonly sealing: SealCircle,
  ) {}

  @Get('circles')
  @Access('circle.use')
  list(@By() actor: Actor): Promise<CircleRowView[]> {
    return this.find.list(actor);
  }

  @Post('circles')
  @Access('circle.use')
  async open(@By() actor: Actor, @Body() input: OpenCircleInput): Promise<CircleMadeView> {
    return { id: await this.keep.open(actor, input.name) };
  }

  @Post('incidents/:id/circle')
  @Access('circle.use')
  async openForIncident(@By() actor: Actor, @Param('id') id: string): Promise<CircleMadeView> {
    return { id: await this.keep.openForIncident(actor, id) };
  }

  @Get('circles/:id')
  @Access('circle.use')
  one(@By() actor: Actor, @Param('id') id: string): Promise<CircleView> {
    return this.find.one(actor, id);
  }

  @Post('circles/:id/members')
  @Access('circle.use')
  async letIn(@By() actor: Actor, @Param('id') id: string, @Body() input: LetInInput): Promise<CircleView> {
    await this.keep.letIn(actor, id, input);
    return this.find.one(actor, id);
  }

  @Delete('circles/:id/members/:staffId')
  @HttpCode(204)
  @Access('circle.use')
  takeOut(@By() actor: Actor, @Param('id') id: string, @Param('staffId') staffId: string): Promise<void> {
    return this.keep.takeOut(actor, id, staffId);
  }

  @Post('circles/:id/records')
  @Access('circle.use')
  async putIn(@By() actor: Actor, @Param('id') id: string, @Body() input: PutInInput): Promise<CircleView> {
    await this.keep.putIn(actor, id, input.reference);
    return this.find.one(actor, id);
  }

  @Delete('circles/:id/records/:kind/:recordId')
  @HttpCode(204)
  @Access('circle.use')
  letGo(@By() actor: Actor, @Param('id') id: string, @Param('kind') kind: string, @Param('recordId') recordId: string): Promise<void> {
    return this.keep.letGo(actor, id, kind, recordId);
  }

  /** Proposes it; another member has to agree. Answers the proposal. */
  @Post('circles/:id/seal')
  @Access('circle.use', { confirm: true })
  async seal(@By() actor: Actor, @Param('id') id: string, @Body() input: SealInput): Promise<CircleMadeView> {
    return { id: await this.sealing.propose(actor, id, input.what, input.reason) };
  }
}
