import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, By, type Signed } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { CheckIns } from './check-ins.js';
import { FindServerState } from './find-server-state.js';
import { LockNow } from './lock-now.js';
import { RecoveryKeyView, RecoverySharesView, ServerStateView } from './lock.view.js';
import { Recovery } from './recovery.js';
import { RehearsalInput } from './recovery.input.js';

@ApiTags('server')
@Controller('api/v1/server')
export class LockController {
  constructor(
    private readonly lock: LockNow,
    private readonly checkIns: CheckIns,
    private readonly state: FindServerState,
    private readonly recovery: Recovery,
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

  /** A fresh recovery key for paper. The one before goes on opening until this one was entered back. */
  @Post('recovery-keys')
  @Access('staff.manage', { confirm: true })
  async makeKey(@By() actor: Actor): Promise<RecoveryKeyView> {
    return { recoveryKey: await this.recovery.make(actor) };
  }

  /** Three fresh shares for three people, any two of which open. Those before go on opening until two of these were entered back. */
  @Post('recovery-shares')
  @Access('staff.manage', { confirm: true })
  async makeShares(@By() actor: Actor): Promise<RecoverySharesView> {
    return { shares: await this.recovery.makeShares(actor) };
  }

  /** Tries the recovery key or two shares; when they open, the day stands in the log. */
  @Post('rehearsals')
  @HttpCode(204)
  @Access('staff.manage', { confirm: true })
  rehearse(@By() actor: Actor, @Body() input: RehearsalInput): Promise<void> {
    return this.recovery.rehearse(actor, input);
  }

  @Get()
  @Access('staff.manage')
  stands(): Promise<ServerStateView> {
    return this.state.run();
  }
}
