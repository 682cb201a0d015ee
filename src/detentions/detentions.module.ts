import { Module } from '@nestjs/common';
import { IndividualsModule } from '../individuals/public.js';
import { AddToCustody } from './add-to-custody.js';
import { ChangeCustody } from './change-custody.js';
import { DetentionsController } from './detentions.controller.js';
import { FindDetentions } from './find-detentions.js';
import { IndividualDetentionsController } from './individual-detentions.controller.js';
import { RecordDetention } from './record-detention.js';

/** What is derived from detentions stands one level above and comes in as `CustodyChanged` (see src/durations). */
@Module({
  imports: [IndividualsModule],
  controllers: [DetentionsController, IndividualDetentionsController],
  providers: [AddToCustody, ChangeCustody, FindDetentions, RecordDetention],
  exports: [ChangeCustody, FindDetentions, RecordDetention],
})
export class DetentionsModule {}
