import { Module } from '@nestjs/common';
import { StaffModule } from '../staff/public.js';
import { KnownPeople } from './known-people.js';
import { ReachKnown } from './reach-known.js';

@Module({ imports: [StaffModule], providers: [KnownPeople, ReachKnown], exports: [KnownPeople, ReachKnown] })
export class ExposureModule {}
