import { Module } from '@nestjs/common';
import { ConsentsModule } from '../consents/public.js';
import { AskForRecall } from './ask-for-recall.js';
import { ChangeStatus } from './change-status.js';
import { FindFollowUps } from './find-follow-ups.js';
import { FollowUpsController } from './follow-ups.controller.js';
import { FollowUpsChanged } from './follow-ups-changed.js';
import { RecordFollowUp } from './record-follow-up.js';
import { ReviseFollowUp } from './revise-follow-up.js';
import { WhoReaches } from './who-reaches.js';

@Module({
  imports: [ConsentsModule],
  controllers: [FollowUpsController],
  providers: [AskForRecall, ChangeStatus, FindFollowUps, FollowUpsChanged, RecordFollowUp, ReviseFollowUp, WhoReaches],
  exports: [ChangeStatus, FindFollowUps, FollowUpsChanged, RecordFollowUp, ReviseFollowUp],
})
export class FollowUpsModule {}
