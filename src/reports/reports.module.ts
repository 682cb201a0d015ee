import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/public.js';
import { ClocksModule } from '../clocks/public.js';
import { ConsentsModule } from '../consents/public.js';
import { DetentionsModule } from '../detentions/public.js';
import { FollowUpsModule } from '../follow-ups/public.js';
import { IncidentsModule } from '../incidents/public.js';
import { IndividualsModule } from '../individuals/public.js';
import { PlacesModule } from '../places/public.js';
import { StaffModule } from '../staff/public.js';
import { CountAgreed } from './count-agreed.js';
import { CountRecords } from './count-records.js';
import { FindBehind } from './find-behind.js';
import { KeepFacts } from './keep-facts.js';
import { NameMembers } from './name-members.js';
import { ReadRecords } from './read-records.js';
import { ReportsController } from './reports.controller.js';
import { ReportFiles } from './report-files.js';
import { RunReport } from './run-report.js';
import { SavedReports } from './saved-reports.js';
import { WriteEvents } from './write-events.js';

@Module({
  imports: [StaffModule, PlacesModule, IndividualsModule, IncidentsModule, DetentionsModule, ClocksModule, ConsentsModule, CasesModule, FollowUpsModule],
  controllers: [ReportsController],
  providers: [KeepFacts, ReadRecords, CountRecords, CountAgreed, NameMembers, RunReport, FindBehind, SavedReports, ReportFiles, WriteEvents],
  exports: [KeepFacts, CountRecords, CountAgreed, RunReport, FindBehind, SavedReports, ReportFiles, WriteEvents],
})
export class ReportsModule {}
