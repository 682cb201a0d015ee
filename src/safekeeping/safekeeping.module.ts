import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/public.js';
import { BackupSchedule } from './backup-schedule.js';
import { BackupsController } from './backups.controller.js';
import { FindBackups } from './find-backups.js';
import { MakeBackup } from './make-backup.js';
import { StartBackup } from './start-backup.js';

@Module({ imports: [AuditModule], controllers: [BackupsController], providers: [MakeBackup, StartBackup, FindBackups, BackupSchedule], exports: [StartBackup, FindBackups, BackupSchedule, MakeBackup] })
export class SafekeepingModule {}
