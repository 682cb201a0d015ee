import { Module } from '@nestjs/common';
import { ConsentsModule } from '../consents/public.js';
import { EvidenceModule } from '../evidence/public.js';
import { ExposureModule } from '../exposure/public.js';
import { FollowUpsModule } from '../follow-ups/public.js';
import { IncidentsModule } from '../incidents/public.js';
import { IndividualsModule } from '../individuals/public.js';
import { OrganisationsModule } from '../organisations/public.js';
import { TimelineModule } from '../timeline/public.js';
import { DrawRecord } from './draw-record.js';
import { FindAnnexes } from './find-annexes.js';
import { FindNamed } from './find-named.js';
import { FindSubmissions } from './find-submissions.js';
import { OpenSubmission } from './open-submission.js';
import { ReviseSubmission } from './revise-submission.js';
import { SendSubmission } from './send-submission.js';
import { SubmissionFiles } from './submission-files.js';
import { SubmissionsController } from './submissions.controller.js';

@Module({
  imports: [ConsentsModule, EvidenceModule, ExposureModule, FollowUpsModule, IncidentsModule, IndividualsModule, OrganisationsModule, TimelineModule],
  controllers: [SubmissionsController],
  providers: [DrawRecord, FindAnnexes, FindNamed, FindSubmissions, OpenSubmission, ReviseSubmission, SendSubmission, SubmissionFiles],
  exports: [FindSubmissions, OpenSubmission, ReviseSubmission, SendSubmission, SubmissionFiles],
})
export class SubmissionsModule {}
