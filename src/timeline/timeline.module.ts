import { Module } from '@nestjs/common';
import { ClocksModule } from '../clocks/public.js';
import { ConsentsModule } from '../consents/public.js';
import { DetentionsModule } from '../detentions/public.js';
import { FollowUpsModule } from '../follow-ups/public.js';
import { IndividualsModule } from '../individuals/public.js';
import { ConsentedTimeline } from './consented-timeline.js';
import { FindTimeline } from './find-timeline.js';
import { RecordNames } from './record-names.js';
import { TimelineController } from './timeline.controller.js';

@Module({
  imports: [ClocksModule, ConsentsModule, DetentionsModule, FollowUpsModule, IndividualsModule],
  controllers: [TimelineController],
  providers: [ConsentedTimeline, FindTimeline, RecordNames],
  exports: [ConsentedTimeline, FindTimeline, RecordNames],
})
export class TimelineModule {}
