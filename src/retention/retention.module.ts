import { Module } from '@nestjs/common';
import { ErasureModule } from '../erasure/public.js';
import { HoldsModule } from '../holds/public.js';
import { PastItsTime } from './past-its-time.js';
import { ProposeRetention } from './propose-retention.js';
import { RetentionController } from './retention.controller.js';

@Module({
  imports: [ErasureModule, HoldsModule],
  controllers: [RetentionController],
  providers: [PastItsTime, ProposeRetention],
  exports: [PastItsTime, ProposeRetention],
})
export class RetentionModule {}
