import { Module } from '@nestjs/common';
import { AddEvidence } from './add-evidence.js';
import { AddStep } from './add-step.js';
import { EvidenceAdded } from './evidence-added.js';
import { EvidenceController } from './evidence.controller.js';
import { FindEvidence } from './find-evidence.js';
import { KeepSteps } from './keep-steps.js';
import { ReadFile } from './read-file.js';
import { TakeFile } from './take-file.js';

@Module({
  controllers: [EvidenceController],
  providers: [AddEvidence, EvidenceAdded, AddStep, FindEvidence, KeepSteps, ReadFile, TakeFile],
  exports: [AddEvidence, EvidenceAdded, AddStep, FindEvidence, ReadFile, TakeFile],
})
export class EvidenceModule {}
