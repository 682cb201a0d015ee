import { Module } from '@nestjs/common';
import { FindIndividuals } from './find-individuals.js';
import { IndividualsController } from './individuals.controller.js';
import { PossibleMatches } from './possible-matches.js';
import { RecordIndividual } from './record-individual.js';
import { ReviseIndividual } from './revise-individual.js';

@Module({
  controllers: [IndividualsController],
  providers: [FindIndividuals, PossibleMatches, RecordIndividual, ReviseIndividual],
  exports: [FindIndividuals, PossibleMatches, RecordIndividual, ReviseIndividual],
})
export class IndividualsModule {}
