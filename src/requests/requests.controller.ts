import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, By, IfMatch } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import type { PageOf } from '../kernel/http/public.js';
import { AnswerRequest } from './answer-request.js';
import { AnswerRequestInput, OpenRestrictedInput, RecordRequestInput, RestrictInput } from './data-request.input.js';
import { DataRequestView, RequestWithAnswersView } from './data-request.view.js';
import { FindRequests, RequestListInput } from './find-requests.js';
import { RecordRequest } from './record-request.js';
import { Restrictions } from './restrictions.js';

/** What people ask about their data, and the restriction of its use. */
@ApiTags('requests')
@Controller('api/v1')
export class RequestsController {
  constructor(
    private readonly find: FindRequests,
    private readonly recordRequest: RecordRequest,
    private readonly answerRequest: AnswerRequest,
    private readonly restrictions: Restrictions,
  ) {}

  @Get('data-requests')
  @Access('request.record')
  list(@By() actor: Actor, @Query() input: RequestListInput): Promise<PageOf<DataRequestView>> {
    return this.find.page(actor, input);
  }

  @Post('data-requests')
  @Access('request.record')
  async record(@By() actor: Actor, @Body() input: RecordRequestInput): Promise<RequestWithAnswersView> {
    return this.find.one(actor, await this.recordRequest.run(actor, input));
  }

  @Get('data-requests/:id')
  @Access('request.record')
  one(@By() actor: Actor, @Param('id') id: string): Promise<RequestWithAnswersView> {
    return this.find.one(actor, id);
  }

  /** A step is added; none is ever taken away. */
  @Post('data-requests/:id/answers')
  @Access('erasure.decide')
  async answer(@By() actor: Actor, @Param('id') id: string, @IfMatch() version: number, @Body() input: AnswerRequestInput): Promise<RequestWithAnswersView> {
    await this.answerRequest.run(actor, id, version, input);
    return this.find.one(actor, id);
  }

  @Post('individuals/:id/restriction')
  @HttpCode(204)
  @Access('erasure.decide')
  restrict(@By() actor: Actor, @Param('id') id: string, @Body() input: RestrictInput): Promise<void> {
    return this.restrictions.set(actor, id, input);
  }

  @Delete('individuals/:id/restriction')
  @HttpCode(204)
  @Access('erasure.decide')
  lift(@By() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.restrictions.lift(actor, id);
  }

  /** Opens a restricted record to oneself for an hour; the reason stays. */
  @Post('individuals/:id/restriction/open')
  @HttpCode(204)
  @Access('individual.read', { confirm: true })
  open(@By() actor: Actor, @Param('id') id: string, @Body() { reason }: OpenRestrictedInput): Promise<void> {
    return this.restrictions.open(actor, id, reason);
  }
}
