import { Module } from '@nestjs/common';
import { FindIndividuals } from './find-individuals.js';
import { IndividualChanged } from './individual-changed.js';
import { IndividualsController } from './individuals.controller.js';
import { PossibleMatches } from './possible-matches.js';
import { RecordIndividual } from './record-individual.js';
import { ReviseIndividual } from './revise-individual.js';

@Module({
  controllers: [IndividualsController],
  providers: [FindIndividuals, IndividualChanged, PossibleMatches, RecordIndividual, ReviseIndividual],
  exports: [FindIndividuals, IndividualChanged, PossibleMatches, RecordIndividual, ReviseIndividual],
})
export class IndividualsModule {}
