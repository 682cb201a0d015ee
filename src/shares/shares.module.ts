import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/public.js';
import { ConsentsModule } from '../consents/public.js';
import { DetentionsModule } from '../detentions/public.js';
import { EvidenceModule } from '../evidence/public.js';
import { AskToEnd } from './ask-to-end.js';
import { FindShares } from './find-shares.js';
import { KeepShareTasks } from './keep-share-tasks.js';
import { KeepToConsent } from './keep-to-consent.js';
import { PassOn } from './pass-on.js';
import { ShareCase } from './share-case.js';
import { ShareCheck } from './share-check.js';
import { SharesController } from './shares.controller.js';
import { WatchShares } from './watch-shares.js';

@Module({
  imports: [CasesModule, ConsentsModule, DetentionsModule, EvidenceModule],
  controllers: [SharesController],
  providers: [AskToEnd, FindShares, KeepShareTasks, KeepToConsent, PassOn, ShareCase, ShareCheck, WatchShares],
  exports: [FindShares, ShareCase, WatchShares],
})
export class SharesModule {}
