import { Module } from '@nestjs/common';
import { IncidentsModule } from '../incidents/public.js';
import { ReportedDetentions } from './reported-detentions.js';
import { ReportsController } from './reports.controller.js';

@Module({ imports: [IncidentsModule], controllers: [ReportsController], providers: [ReportedDetentions], exports: [ReportedDetentions] })
export class ReportsModule {}
