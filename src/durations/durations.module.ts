import { Global, Module } from '@nestjs/common';
import { CustodyChanged } from '../detentions/public.js';
import { FindDurations } from './find-durations.js';
import { KeepDurations } from './keep-durations.js';

/** Global because a lower level asks for it by a word of its own: detentions call `CustodyChanged` and know no durations. */
@Global()
@Module({
  providers: [FindDurations, KeepDurations, { provide: CustodyChanged, useExisting: KeepDurations }],
  exports: [FindDurations, CustodyChanged],
})
export class DurationsModule {}
