import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { IndividualsModule } from '../individuals/public.js';
import { AddToCustody } from './add-to-custody.js';
import { ChangeCustody } from './change-custody.js';
import { CustodyChanged } from './custody-changed.js';
import { DetentionsController } from './detentions.controller.js';
import { FindDetentions } from './find-detentions.js';
import { IndividualDetentionsController } from './individual-detentions.controller.js';
import { RecordDetention } from './record-detention.js';

/** What is derived from detentions stands on a higher level, so it is handed in. */
@Module({})
export class DetentionsModule {
  static telling(changed: Type<CustodyChanged>): DynamicModule {
    return {
      module: DetentionsModule,
      imports: [IndividualsModule],
      controllers: [DetentionsController, IndividualDetentionsController],
      providers: [AddToCustody, ChangeCustody, FindDetentions, RecordDetention, { provide: CustodyChanged, useClass: changed }],
      exports: [ChangeCustody, FindDetentions, RecordDetention],
    };
  }
}
