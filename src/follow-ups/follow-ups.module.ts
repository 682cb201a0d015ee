import { Module } from '@nestjs/common';
import { ChangeStatus } from './change-status.js';
import { FindFollowUps } from './find-follow-ups.js';
import { FollowUpsController } from './follow-ups.controller.js';
import { RecordFollowUp } from './record-follow-up.js';
import { ReviseFollowUp } from './revise-follow-up.js';
import { WhoReaches } from './who-reaches.js';

@Module({
  controllers: [FollowUpsController],
  providers: [ChangeStatus, FindFollowUps, RecordFollowUp, ReviseFollowUp, WhoReaches],
  exports: [ChangeStatus, FindFollowUps, RecordFollowUp, ReviseFollowUp],
})
export class FollowUpsModule {}
