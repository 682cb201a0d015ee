import { Injectable } from '@nestjs/common';
import { Telling, type Work } from '../kernel/db/public.js';

/**
 * Tells what is derived from a detention (durations, clocks; they stand on higher levels) that it must be made anew, in the
 * transaction of the change itself.
 */
@Injectable()
export class CustodyChanged extends Telling<[work: Work, detentionId: string]> {}
