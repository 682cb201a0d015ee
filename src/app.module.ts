import { Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AccessModule } from './access/public.js';
import { ApprovalsModule } from './approvals/public.js';
import { CasesModule } from './cases/public.js';
import { CirclesModule } from './circles/public.js';
import { ClocksModule } from './clocks/public.js';
import { ConsentsModule } from './consents/public.js';
import { DetentionsModule } from './detentions/public.js';
import { DurationsModule } from './durations/public.js';
import { ErasureModule } from './erasure/public.js';
import { HoldsModule } from './holds/public.js';
import { IncidentsModule } from './incidents/public.js';
import { EmergencyModule } from './emergency/public.js';
import { EvidenceModule } from './evidence/public.js';
import { FollowUpsModule } from './follow-ups/public.js';
import { IndividualsModule } from './individuals/public.js';
import { ImportModule } from './intake/public.js';
import { KernelModule, type Ground } from './kernel/kernel.module.js';
import { LockModule } from './lock/public.js';
import { OrganisationsModule } from './organisations/public.js';
import { PlacesModule } from './places/public.js';
import { PublicationsModule } from './publications/public.js';
import { ReportsModule } from './reports/public.js';
import { SafekeepingModule } from './safekeeping/public.js';
import { RequestsModule } from './requests/public.js';
import { RetentionModule } from './retention/public.js';
import { SharesModule } from './shares/public.js';
import { SourcesModule } from './sources/public.js';
import { StaffModule } from './staff/public.js';
import { SubmissionsModule } from './submissions/public.js';
import { TimelineModule } from './timeline/public.js';
import { WebModule } from './web/public.js';

/** Wires the modules, level by level; holds no logic. */
@Module({})
export class AppModule {
  static on(ground: Ground): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DiscoveryModule,
        KernelModule.on(ground),
        AccessModule,
        StaffModule,
        ApprovalsModule,
        LockModule,
        PlacesModule,
        SourcesModule,
        IndividualsModule,
        IncidentsModule,
        OrganisationsModule,
        ConsentsModule,
        DetentionsModule,
        DurationsModule,
        ClocksModule,
        CasesModule,
        CirclesModule,
        EmergencyModule,
        FollowUpsModule,
        EvidenceModule,
        SharesModule,
        TimelineModule,
        HoldsModule,
        RequestsModule,
        ErasureModule,
        SubmissionsModule,
        RetentionModule,
        ImportModule,
        ReportsModule,
        PublicationsModule,
        SafekeepingModule,
        WebModule,
      ],
    };
  }
}
