import { Global, Module } from '@nestjs/common';
import { Identifies } from '../access/public.js';
import { Accounts } from './accounts.js';
import { Sessions } from './sessions.js';
import { Throttle } from './throttle.js';

@Global()
@Module({
  providers: [Accounts, Sessions, Throttle, { provide: Identifies, useExisting: Sessions }],
  exports: [Accounts, Sessions, Identifies],
})
export class StaffModule {}
