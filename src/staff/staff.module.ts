import { Global, Module } from '@nestjs/common';
import { Identifies } from '../access/public.js';
import { Accounts } from './accounts.js';
import { AdministerStaff } from './administer-staff.js';
import { SessionController } from './session.controller.js';
import { Sessions } from './sessions.js';
import { StaffController } from './staff.controller.js';
import { Throttle } from './throttle.js';

@Global()
@Module({
  controllers: [SessionController, StaffController],
  providers: [Accounts, AdministerStaff, Sessions, Throttle, { provide: Identifies, useExisting: Sessions }],
  exports: [Accounts, AdministerStaff, Sessions, Identifies],
})
export class StaffModule {}
