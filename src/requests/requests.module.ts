import { Module } from '@nestjs/common';
import { FollowUpsModule } from '../follow-ups/public.js';
import { AnswerRequest } from './answer-request.js';
import { FindRequests } from './find-requests.js';
import { RecordRequest } from './record-request.js';
import { RequestsController } from './requests.controller.js';
import { Restrictions } from './restrictions.js';

@Module({
  imports: [FollowUpsModule],
  controllers: [RequestsController],
  providers: [AnswerRequest, FindRequests, RecordRequest, Restrictions],
  exports: [AnswerRequest, FindRequests, RecordRequest, Restrictions],
})
export class RequestsModule {}
