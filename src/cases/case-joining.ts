import { Injectable } from '@nestjs/common';
import { Telling, type Work } from '../kernel/db/public.js';
import type { Case } from './case.entity.js';

/** What is put into a case: its members reach it from then on. */
export interface Joining {
  readonly kind: 'individual' | 'detention' | 'source';
  readonly id: string;
}

/**
 * Tells higher levels, in the same transaction, that a record joins a case. They may refuse: a case that is shared with
 * another organisation takes in nobody who has not agreed to that.
 */
@Injectable()
export class CaseJoining extends Telling<[work: Work, opened: Pick<Case, 'id' | 'circleId' | 'teamId'>, joining: Joining]> {}
