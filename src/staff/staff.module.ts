import { Global, Module } from '@nestjs/common';
import { Identifies, TellsOfHaste } from '../access/public.js';
import { AccountController } from './account.controller.js';
import { Accounts } from './accounts.js';
import { AdministerStaff } from './administer-staff.js';
import { ApiTokens } from './api-tokens.js';
import { Devices } from './devices.js';
import { Factors } from './factors.js';
import { Notices } from './notices.js';
import { Oidc } from './oidc.js';
import { Passkeys } from './passkeys.js';
import { Passwords } from './passwords.js';
import { SessionController } from './session.controller.js';
import { Sessions } from './sessions.js';
import { SignInSteps } from './sign-in-steps.js';
import { SignIn } from './sign-in.js';
import { StaffController } from './staff.controller.js';
import { TellOfHaste } from './tell-of-haste.js';
import { TeamsController } from './teams.controller.js';
import { Teams } from './teams.js';
import { Throttle } from './throttle.js';

@Global()
@Module({
  controllers: [AccountController, SessionController, StaffController, TeamsController],
  providers: [Accounts, AdministerStaff, ApiTokens, Devices, Factors, Notices, Oidc, Passkeys, Passwords, Sessions, SignIn, SignInSteps, Teams, Throttle, { provide: Identifies, useExisting: Sessions }, { provide: TellsOfHaste, useClass: TellOfHaste }],
  exports: [Accounts, AdministerStaff, ApiTokens, Devices, Factors, Notices, Oidc, Passkeys, Passwords, Sessions, SignIn, Teams, Identifies, TellsOfHaste],
})
export class StaffModule {}
