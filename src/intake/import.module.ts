import { Module } from '@nestjs/common';
import { IncidentsModule } from '../incidents/public.js';
import { IndividualsModule } from '../individuals/public.js';
import { PlacesModule } from '../places/public.js';
import { SourcesModule } from '../sources/public.js';
import { FacilitiesAndSource } from './facilities-and-source.js';
import { FindImportRuns } from './find-import-runs.js';
import { ImportFile } from './import-file.js';
import { ImportIncidents } from './import-incidents.js';
import { ImportIndividuals } from './import-individuals.js';

@Module({
  imports: [IncidentsModule, IndividualsModule, PlacesModule, SourcesModule],
  providers: [FacilitiesAndSource, FindImportRuns, ImportFile, ImportIncidents, ImportIndividuals],
  exports: [FindImportRuns, ImportFile],
})
export class ImportModule {}
