import { Module } from '@nestjs/common';
import { FindAudit } from './find-audit.js';
import { VerifyAudit } from './verify-audit.js';

@Module({ providers: [FindAudit, VerifyAudit], exports: [FindAudit, VerifyAudit] })
export class AuditModule {}
