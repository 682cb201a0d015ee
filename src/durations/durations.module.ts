import { Module } from '@nestjs/common';
import { FindDurations } from './find-durations.js';

@Module({ providers: [FindDurations], exports: [FindDurations] })
export class DurationsModule {}
