import { Module } from '@nestjs/common';
import { CodeListsController } from './code-lists.controller.js';
import { FindPlaces } from './find-places.js';
import { PlacesController } from './places.controller.js';
import { RecordPlace } from './record-place.js';
import { RevisePlace } from './revise-place.js';

@Module({
  controllers: [PlacesController, CodeListsController],
  providers: [FindPlaces, RecordPlace, RevisePlace],
  exports: [FindPlaces, RecordPlace, RevisePlace],
})
export class PlacesModule {}
