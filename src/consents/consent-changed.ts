import { Injectable } from '@nestjs/common';
import { Telling, type Work } from '../kernel/db/public.js';
import type { ConsentAbout } from './consent-subject.js';

/** Tells higher levels, in the same transaction, that somebody's consent may stand otherwise than before: whatever goes on under it is looked at again. */
@Injectable()
export class ConsentChanged extends Telling<[work: Work, about: ConsentAbout, id: string]> {}
