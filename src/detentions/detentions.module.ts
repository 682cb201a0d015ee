import { Module } from '@nestjs/common';
import { IndividualsModule } from '../individuals/public.js';
import { AddToCustody } from './add-to-custody.js';
import { ChangeCustody } from './change-custody.js';
import { CustodyChanged } from './custody-changed.js';
import { DetentionsController } from './detentions.controller.js';
import { FindDetentions } from './find-detentions.js';
import { IndividualDetentionsController } from './individual-detentions.controller.js';
import { RecordDetention } from './record-detention.js';

/** What is derived from detentions stands one level above and hears of changes by `CustodyChanged` (see src/durations). */
@Module({
  imports: [IndividualsModule],
  controllers: [DetentionsController, IndividualDetentionsController],
  providers: [AddToCustody, ChangeCustody, CustodyChanged, FindDetentions, RecordDetention],
  exports: [ChangeCustody, CustodyChanged, FindDetentions, RecordDetention],
})
export class DetentionsModule {}
