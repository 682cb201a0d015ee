import { Module } from '@nestjs/common';
import { IndividualsModule } from '../individuals/public.js';
import { OrganisationsModule } from '../organisations/public.js';
import { ConsentChanged } from './consent-changed.js';
import { ConsentWithdrawn } from './consent-withdrawn.js';
import { ConsentsController } from './consents.controller.js';
import { Disclosures } from './disclosures.js';
import { FindConsents } from './find-consents.js';
import { KeepStanding } from './keep-standing.js';
import { MayUse } from './may-use.js';
import { RecordConsent } from './record-consent.js';
import { WithdrawConsent } from './withdraw-consent.js';

@Module({
  imports: [IndividualsModule, OrganisationsModule],
  controllers: [ConsentsController],
  providers: [ConsentChanged, ConsentWithdrawn, Disclosures, FindConsents, KeepStanding, MayUse, RecordConsent, WithdrawConsent],
  exports: [ConsentChanged, ConsentWithdrawn, Disclosures, FindConsents, MayUse, RecordConsent, WithdrawConsent],
})
export class ConsentsModule {}
