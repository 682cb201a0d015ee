import { Module } from '@nestjs/common';
import { Emergencies } from './emergencies.js';
import { EmergencyController } from './emergency.controller.js';

@Module({ controllers: [EmergencyController], providers: [Emergencies], exports: [Emergencies] })
export class EmergencyModule {}
