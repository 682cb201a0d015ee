import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/public.js';
import { ConsentsModule } from '../consents/public.js';
import { DetentionsModule } from '../detentions/public.js';
import { EvidenceModule } from '../evidence/public.js';
import { AskToEnd } from './ask-to-end.js';
import { FindShares } from './find-shares.js';
import { KeepToConsent } from './keep-to-consent.js';
import { PassOn } from './pass-on.js';
import { ShareCase } from './share-case.js';
import { ShareCheck } from './share-check.js';
import { SharesController } from './shares.controller.js';

@Module({
  imports: [CasesModule, ConsentsModule, DetentionsModule, EvidenceModule],
  controllers: [SharesController],
  providers: [AskToEnd, FindShares, KeepToConsent, PassOn, ShareCase, ShareCheck],
  exports: [FindShares, ShareCase],
})
export class SharesModule {}
