import { Global, Module } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { UnitOfWork } from '../kernel/db/public.js';
import { Records } from '../kernel/record/public.js';
import { Circles } from './circles.js';
import { ReadingPace } from './reading-pace.js';
import { RoleBook } from './role-book.js';
import { Reach } from './reach.js';

@Global()
@Module({
  providers: [
    Circles,
    RoleBook,
    ReadingPace,
    {
      provide: Reach,
      inject: [Records, UnitOfWork, EntityManager, ReadingPace],
      useFactory: (records: Records, work: UnitOfWork, reader: EntityManager, pace: ReadingPace) => new Reach(records, work, reader, pace),
    },
  ],
  exports: [Circles, RoleBook, ReadingPace, Reach],
})
export class AccessModule {}
