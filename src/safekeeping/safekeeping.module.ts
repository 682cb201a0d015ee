import { Module } from '@nestjs/common';
import { MakeBackup } from './make-backup.js';

@Module({ providers: [MakeBackup], exports: [MakeBackup] })
export class SafekeepingModule {}
