import { Module } from '@nestjs/common';
import { FindFollowUps } from './find-follow-ups.js';
import { FollowUpsController } from './follow-ups.controller.js';
import { RecordFollowUp } from './record-follow-up.js';

@Module({ controllers: [FollowUpsController], providers: [FindFollowUps, RecordFollowUp], exports: [FindFollowUps, RecordFollowUp] })
export class FollowUpsModule {}
