import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, By } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { AnswerHandOverInput, AskHandOverInput } from './case.input.js';
import type { HandOverView, OfferedCaseView } from './case.view.js';
import { FindCases } from './find-cases.js';
import { HandOverCase } from './hand-over-case.js';

@ApiTags('cases')
@Controller('api/v1')
export class HandOversController {
  constructor(
    private readonly find: FindCases,
    private readonly handOver: HandOverCase,
  ) {}

  @Get('cases/:id/hand-overs')
  @Access('case.read')
  async list(@By() actor: Actor, @Param('id') id: string): Promise<HandOverView[]> {
    return (await this.find.one(actor, id)).handOvers;
  }

  @Post('cases/:id/hand-overs')
  @Access('case.hand_over')
  async ask(@By() actor: Actor, @Param('id') id: string, @Body() input: AskHandOverInput): Promise<HandOverView[]> {
    await this.handOver.ask(actor, id, input.toId);
    return this.list(actor, id);
  }

  @Delete('cases/:id/hand-overs/:handOverId')
  @HttpCode(204)
  @Access('case.hand_over')
  withdraw(@By() actor: Actor, @Param('id') id: string, @Param('handOverId') handOverId: string): Promise<void> {
    return this.handOver.withdraw(actor, id, handOverId);
  }

  /** Cases the asker wants the signed-in person to take. */
  @Get('hand-overs')
  @Access('case.hand_over')
  waiting(@By() actor: Actor): Promise<OfferedCaseView[]> {
    return this.handOver.waitingFor(actor);
  }

  /** Answers the case's id after a yes, null after a no. */
  @Post('hand-overs/:handOverId/answer')
  @HttpCode(200)
  @Access('case.hand_over')
  async answer(
    @By() actor: Actor,
    @Param('handOverId') handOverId: string,
    @Body() input: AnswerHandOverInput,
  ): Promise<{ caseId: string | null }> {
    return { caseId: await this.handOver.answer(actor, handOverId, input.accept) };
  }
}
