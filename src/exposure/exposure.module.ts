import { Module } from '@nestjs/common';
import { StaffModule } from '../staff/public.js';
import { KnownPeople } from './known-people.js';

@Module({ imports: [StaffModule], providers: [KnownPeople], exports: [KnownPeople] })
export class ExposureModule {}
