import { Module } from '@nestjs/common';
import { ClocksModule } from '../clocks/public.js';
import { DetentionsModule } from '../detentions/public.js';
import { FollowUpsModule } from '../follow-ups/public.js';
import { IndividualsModule } from '../individuals/public.js';
import { FindTimeline } from './find-timeline.js';
import { RecordNames } from './record-names.js';
import { TimelineController } from './timeline.controller.js';

@Module({
  imports: [ClocksModule, DetentionsModule, FollowUpsModule, IndividualsModule],
  controllers: [TimelineController],
  providers: [FindTimeline, RecordNames],
  exports: [FindTimeline],
})
export class TimelineModule {}
