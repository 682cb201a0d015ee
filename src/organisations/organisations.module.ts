import { Module } from '@nestjs/common';
import { Affiliate } from './affiliate.js';
import { AffiliationsController } from './affiliations.controller.js';
import { FindAffiliations } from './find-affiliations.js';
import { FindOrganisations } from './find-organisations.js';
import { FindPartners } from './find-partners.js';
import { OrganisationsController } from './organisations.controller.js';
import { RecordOrganisation } from './record-organisation.js';
import { ReviseOrganisation } from './revise-organisation.js';

const useCases = [Affiliate, FindAffiliations, FindOrganisations, FindPartners, RecordOrganisation, ReviseOrganisation];

@Module({
  controllers: [OrganisationsController, AffiliationsController],
  providers: useCases,
  exports: useCases,
})
export class OrganisationsModule {}
