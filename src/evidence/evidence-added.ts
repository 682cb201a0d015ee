import { Injectable } from '@nestjs/common';
import { Telling, type Work } from '../kernel/db/public.js';
import type { Evidence } from './evidence.entity.js';

/** What it belongs to, and who it came from. */
export type Added = Pick<Evidence, 'individualId' | 'detentionId' | 'caseId' | 'sourceId'>;

/** Tells higher levels, in the same transaction, that a file belongs to a record from now on. They may refuse. */
@Injectable()
export class EvidenceAdded extends Telling<[work: Work, added: Added]> {}
