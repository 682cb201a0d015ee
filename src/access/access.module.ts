import { Global, Module } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { UnitOfWork } from '../kernel/db/public.js';
import { Records } from '../kernel/record/public.js';
import { Circles } from './circles.js';
import { Reach } from './reach.js';

@Global()
@Module({
  providers: [
    Circles,
    {
      provide: Reach,
      inject: [Records, UnitOfWork, EntityManager],
      useFactory: (records: Records, work: UnitOfWork, reader: EntityManager) => new Reach(records, work, reader),
    },
  ],
  exports: [Circles, Reach],
})
export class AccessModule {}
