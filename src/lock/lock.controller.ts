import { Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, By, type Signed } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { CheckIns } from './check-ins.js';
import { FindServerState } from './find-server-state.js';
import { LockNow } from './lock-now.js';
import { ServerStateView } from './lock.view.js';

@ApiTags('server')
@Controller('api/v1/server')
export class LockController {
  constructor(
    private readonly lock: LockNow,
    private readonly checkIns: CheckIns,
    private readonly state: FindServerState,
  ) {}

  /** Locks the server for everybody. Every later request is answered 423 until its operators unlock it. */
  @Post('lock')
  @HttpCode(202)
  @Access('lock.now')
  now(@By() actor: Actor, @Req() request: Signed): void {
    this.lock.run(actor, 'api', request.socket);
  }

  /** Says that all is well: the server locks itself when nobody does, see `HABEAS_DEADMAN_HOURS`. */
  @Post('check-ins')
  @HttpCode(204)
  @Access('staff.manage')
  checkIn(@By() actor: Actor): Promise<void> {
    return this.checkIns.run(actor);
  }

  @Get()
  @Access('staff.manage')
  stands(): Promise<ServerStateView> {
    return this.state.run();
  }
}
