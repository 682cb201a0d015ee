import { Module } from '@nestjs/common';
import { Holds } from './holds.js';
import { HoldsController } from './holds.controller.js';

@Module({ controllers: [HoldsController], providers: [Holds], exports: [Holds] })
export class HoldsModule {}
