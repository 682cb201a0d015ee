import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../approvals/public.js';
import { ConsentsModule } from '../consents/public.js';
import { ExposureModule } from '../exposure/public.js';
import { ReportsModule } from '../reports/public.js';
import { ReadCountedStays } from './counted-stays.js';
import { FindPublications } from './find-publications.js';
import { FrozenFigures } from './frozen-figures.js';
import { Makings } from './makings.js';
import { MakePublication } from './make-publication.js';
import { PassOnPublication } from './pass-on-publication.js';
import { PreparePublication } from './prepare-publication.js';
import { ReleasePublication } from './release-publication.js';

const doors = [FindPublications, Makings, PassOnPublication, PreparePublication, ReleasePublication];

@Module({
  imports: [ApprovalsModule, ConsentsModule, ExposureModule, ReportsModule],
  providers: [...doors, FrozenFigures, MakePublication, ReadCountedStays],
  exports: doors,
})
export class PublicationsModule {}
