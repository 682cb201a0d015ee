import { Injectable } from '@nestjs/common';
import { Telling, type Work } from '../kernel/db/public.js';
import type { ConsentScope } from './consent-scopes.js';
import type { ConsentAbout } from './consent-subject.js';
import type { Disclosure } from './disclosure.entity.js';

export interface Withdrawal {
  readonly about: ConsentAbout;
  readonly id: string;
  readonly scopes: readonly ConsentScope[];
  /** Where it went already under what is withdrawn now. */
  readonly gone: readonly Disclosure[];
}

/** Tells higher levels, in the same transaction, that somebody took a consent back: what went out has to be asked back. */
@Injectable()
export class ConsentWithdrawn extends Telling<[work: Work, withdrawal: Withdrawal]> {}
