import { Module } from '@nestjs/common';
import { FindSources } from './find-sources.js';
import { RecordSource } from './record-source.js';
import { ReviseSource } from './revise-source.js';
import { SourcesController } from './sources.controller.js';

@Module({
  controllers: [SourcesController],
  providers: [FindSources, RecordSource, ReviseSource],
  exports: [FindSources, RecordSource, ReviseSource],
})
export class SourcesModule {}
