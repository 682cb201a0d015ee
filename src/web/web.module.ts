import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { AccessGuard } from '../access/public.js';
import { AuditModule } from '../audit/public.js';
import { CasesModule } from '../cases/public.js';
import { CirclesModule } from '../circles/public.js';
import { ClocksModule } from '../clocks/public.js';
import { ConsentsModule } from '../consents/public.js';
import { DetentionsModule } from '../detentions/public.js';
import { DurationsModule } from '../durations/public.js';
import { ErasureModule } from '../erasure/public.js';
import { HoldsModule } from '../holds/public.js';
import { RequestsModule } from '../requests/public.js';
import { RetentionModule } from '../retention/public.js';
import { EmergencyModule } from '../emergency/public.js';
import { EvidenceModule } from '../evidence/public.js';
import { FollowUpsModule } from '../follow-ups/public.js';
import { IncidentsModule } from '../incidents/public.js';
import { IndividualsModule } from '../individuals/public.js';
import { ImportModule, TakeInModule } from '../intake/public.js';
import { OrganisationsModule } from '../organisations/public.js';
import { PlacesModule } from '../places/public.js';
import { PublicationsModule } from '../publications/public.js';
import { ReportsModule } from '../reports/public.js';
import { SafekeepingModule } from '../safekeeping/public.js';
import { SharesModule } from '../shares/public.js';
import { SourcesModule } from '../sources/public.js';
import { SubmissionsModule } from '../submissions/public.js';
import { TimelineModule } from '../timeline/public.js';
import { ProblemFilter, SameSiteGuard, StaleAnswer } from './http/public.js';
import { OpenApiController } from './openapi.controller.js';
import { OpenApiText } from './openapi-text.js';
import { Choices } from './pages/choices.js';
import { PartnerChoices } from './pages/partner-choices.js';
import { ConflictPages } from './pages/conflict/conflict-pages.js';
import { CompareKnowledge } from './pages/history/compare-knowledge.js';
import { Referred } from './pages/history/referred.js';
import { FindWhose } from './pages/consents/whose.js';
import { TimelineExports } from './pages/exports/timeline-exports.js';
import { WhoReads } from './pages/who/who-reads.js';
import { BlastRadius } from './pages/staff/blast-radius.js';
import { FindBehindRows } from './pages/reports/find-behind-rows.js';
import { MakeFiles } from './pages/reports/make-files.js';
import { ReportExports } from './pages/reports/report-exports.js';
import { FindHomeFacts } from './pages/home/home-facts.js';
import { PersonData } from './pages/data-rights/person-data.js';
import { GatherPersonFile } from './pages/person-file/gather-person-file.js';
import { MakePersonFile } from './pages/person-file/make-person-file.js';
import { KeptUploads } from './pages/import/kept-uploads.js';
import { FindPeopleOfIncident } from './pages/incidents/people-of-incident.js';
import { pageControllers } from './pages/page-controllers.js';

/** Pages and the doors all requests come in and go out by. */
@Module({
  imports: [AuditModule, SourcesModule, PlacesModule, OrganisationsModule, IndividualsModule, IncidentsModule, DetentionsModule, DurationsModule, ClocksModule, ConsentsModule, TakeInModule, CasesModule, CirclesModule, EmergencyModule, ErasureModule, EvidenceModule, HoldsModule, RequestsModule, FollowUpsModule, TimelineModule, SubmissionsModule, ImportModule, ReportsModule, PublicationsModule, SafekeepingModule, RetentionModule, SharesModule],
  controllers: [OpenApiController, ...pageControllers],
  providers: [
    StaleAnswer,
    ConflictPages,
    Choices,
    PartnerChoices,
    FindPeopleOfIncident,
    KeptUploads,
    PersonData,
    GatherPersonFile,
    MakePersonFile,
    BlastRadius,
    WhoReads,
    FindHomeFacts,
    FindWhose,
    TimelineExports,
    ReportExports,
    MakeFiles,
    FindBehindRows,
    Referred,
    CompareKnowledge,
    OpenApiText,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: SameSiteGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class WebModule {}
