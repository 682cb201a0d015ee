import { Global, Module } from '@nestjs/common';
import { CheckIns } from './check-ins.js';
import { FindServerState } from './find-server-state.js';
import { LastWords } from './last-words.js';
import { LockNow } from './lock-now.js';
import { LockController } from './lock.controller.js';
import { Recovery } from './recovery.js';
import { TellOfOpening } from './tell-of-opening.js';

@Global()
@Module({
  controllers: [LockController],
  providers: [LockNow, LastWords, TellOfOpening, CheckIns, Recovery, FindServerState],
  exports: [LockNow, LastWords, TellOfOpening, CheckIns, Recovery, FindServerState],
})
export class LockModule {}
