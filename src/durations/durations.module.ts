import { Module } from '@nestjs/common';
import { DetentionsModule } from '../detentions/public.js';
import { FindDurations } from './find-durations.js';
import { KeepDurations } from './keep-durations.js';

@Module({
  imports: [DetentionsModule],
  providers: [FindDurations, KeepDurations],
  exports: [FindDurations],
})
export class DurationsModule {}
