import { Module } from '@nestjs/common';
import { DetentionsModule } from '../detentions/public.js';
import { CirclesController } from './circles.controller.js';
import { FindCircles } from './find-circles.js';
import { KeepCircle } from './keep-circle.js';
import { SealCircle } from './seal-circle.js';

@Module({
  imports: [DetentionsModule],
  controllers: [CirclesController],
  providers: [FindCircles, KeepCircle, SealCircle],
  exports: [FindCircles, KeepCircle, SealCircle],
})
export class CirclesModule {}
