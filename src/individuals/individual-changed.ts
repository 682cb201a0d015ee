import { Injectable } from '@nestjs/common';
import { Telling, type Work } from '../kernel/db/public.js';

/** Tells higher levels that a person was corrected: a clock may run otherwise for somebody under eighteen. */
@Injectable()
export class IndividualChanged extends Telling<[work: Work, individualId: string]> {}
