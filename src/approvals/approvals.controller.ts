import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, By } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { AnswerInput } from './approval.input.js';
import type { AnsweredView, ApprovalsView } from './approval.view.js';
import { Approvals } from './approvals.js';

/** What takes two people. */
@ApiTags('approvals')
@Controller('api/v1/approvals')
export class ApprovalsController {
  constructor(private readonly approvals: Approvals) {}

  @Get()
  @Access('own.use')
  list(@By() actor: Actor): Promise<ApprovalsView> {
    return this.approvals.list(actor);
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Access('own.use', { confirm: true })
  async answer(@By() actor: Actor, @Param('id') id: string, @Body() input: AnswerInput): Promise<AnsweredView> {
    return { secret: await this.approvals.answer(actor, id, input.approved) };
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('own.use')
  withdraw(@By() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.approvals.withdraw(actor, id);
  }
}
