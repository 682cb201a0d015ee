import { Module } from '@nestjs/common';
import { ClocksModule } from '../clocks/public.js';
import { DetentionsModule } from '../detentions/public.js';
import { HoldsModule } from '../holds/public.js';
import { EraseSubject } from './erase-subject.js';
import { ErasureController } from './erasure.controller.js';
import { FindErasures } from './find-erasures.js';
import { LookBeforeErasing } from './look-before-erasing.js';

@Module({
  imports: [ClocksModule, DetentionsModule, HoldsModule],
  controllers: [ErasureController],
  providers: [EraseSubject, FindErasures, LookBeforeErasing],
  exports: [EraseSubject, FindErasures, LookBeforeErasing],
})
export class ErasureModule {}
