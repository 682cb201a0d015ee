import { Injectable } from '@nestjs/common';
import { Telling, type Work } from '../kernel/db/public.js';

/** Tells what is derived from a detention that what is to be done about it is another than before. */
@Injectable()
export class FollowUpsChanged extends Telling<[work: Work, detentionId: string]> {}
