import { Module } from '@nestjs/common';
import { ConsentsModule } from '../consents/public.js';
import { IncidentsModule } from '../incidents/public.js';
import { IndividualsModule } from '../individuals/public.js';
import { OrganisationsModule } from '../organisations/public.js';
import { PlacesModule } from '../places/public.js';
import { SourcesModule } from '../sources/public.js';
import { FacilitiesAndSource } from './facilities-and-source.js';
import { FindImportRuns } from './find-import-runs.js';
import { ImportConsents } from './import-consents.js';
import { ImportFile } from './import-file.js';
import { ImportIncidents } from './import-incidents.js';
import { ImportIndividuals } from './import-individuals.js';
import { ImportsController } from './imports.controller.js';
import { TakeBackConsents } from './take-back-consents.js';

@Module({
  imports: [ConsentsModule, IncidentsModule, IndividualsModule, OrganisationsModule, PlacesModule, SourcesModule],
  controllers: [ImportsController],
  providers: [FacilitiesAndSource, FindImportRuns, ImportConsents, ImportFile, ImportIncidents, ImportIndividuals, TakeBackConsents],
  exports: [FindImportRuns, ImportFile, TakeBackConsents],
})
export class ImportModule {}
