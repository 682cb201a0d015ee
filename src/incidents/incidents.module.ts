import { Module } from '@nestjs/common';
import { AddHeadCount } from './add-head-count.js';
import { FindIncidents } from './find-incidents.js';
import { HeadCountsController } from './head-counts.controller.js';
import { IncidentsController } from './incidents.controller.js';
import { RecordIncident } from './record-incident.js';
import { ReviseIncident } from './revise-incident.js';

@Module({
  controllers: [IncidentsController, HeadCountsController],
  providers: [AddHeadCount, FindIncidents, RecordIncident, ReviseIncident],
  exports: [AddHeadCount, FindIncidents, RecordIncident, ReviseIncident],
})
export class IncidentsModule {}
