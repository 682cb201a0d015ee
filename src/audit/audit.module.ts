import { Module } from '@nestjs/common';
import { UnitOfWork } from '../kernel/db/public.js';
import { GROUND, type Ground } from '../kernel/kernel.module.js';
import { CheckpointTimer } from './checkpoint-timer.js';
import { Checkpoints } from './checkpoints.js';
import { FindAudit } from './find-audit.js';
import { LookOutside } from './look-outside.js';
import { VerifyAudit } from './verify-audit.js';

const checkpoints = {
  provide: Checkpoints,
  inject: [GROUND, UnitOfWork],
  useFactory: (ground: Ground, work: UnitOfWork) => new Checkpoints(ground, work),
};

@Module({ providers: [checkpoints, CheckpointTimer, FindAudit, LookOutside, VerifyAudit], exports: [Checkpoints, FindAudit, LookOutside, VerifyAudit] })
export class AuditModule {}
