import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Telling } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';

/** Tells what stands on higher levels that the clocks of a detention were made anew, in the transaction of the change that moved them. */
@Injectable()
export class ClocksKept extends Telling<[manager: EntityManager, detentionId: string, now: Instant]> {}
