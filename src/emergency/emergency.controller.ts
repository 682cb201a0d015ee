import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, By } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { Emergencies } from './emergencies.js';
import { AnswerEntryInput, EnterInput } from './emergency.input.js';
import type { EnteredView } from './emergency.view.js';

/** Entering a circle when somebody cannot wait. */
@ApiTags('emergency')
@Controller('api/v1/emergency-entries')
export class EmergencyController {
  constructor(private readonly emergencies: Emergencies) {}

  @Post()
  @Access('emergency.enter', { confirm: true })
  enter(@By() actor: Actor, @Body() input: EnterInput): Promise<EnteredView> {
    return this.emergencies.enter(actor, input);
  }

  @Post(':id/answer')
  @HttpCode(204)
  @Access('emergency.enter', { confirm: true })
  answer(@By() actor: Actor, @Param('id') id: string, @Body() input: AnswerEntryInput): Promise<void> {
    return this.emergencies.answer(actor, id, input.justified);
  }
}
