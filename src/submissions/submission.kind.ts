import { about, type ReachedKind, type ReachRule } from '../access/public.js';
import { detentionKind } from '../detentions/public.js';
import { Submission, type SubmissionPrivate } from './submission.entity.js';

const ofIncident = about(['incident', 'incident_id']);

/** A draft tells of the stay or the incident it is about, and is no wider. */
const reach: ReachRule = {
  sql: (row) =>
    `((${row}.detention_id IS NULL AND ${ofIncident.sql(row)})` +
    ` OR EXISTS (SELECT 1 FROM detention sd WHERE sd.id = ${row}.detention_id AND ${detentionKind.reach.sql('sd')}))`,
};

export const submissionKind: ReachedKind<Submission, SubmissionPrivate> = {
  name: 'submission',
  row: Submission,
  reach,
  plain: {
    ...{ reference: 'open', form: 'open', formVersion: 'open', scope: 'open', headings: 'open', detentionId: 'open', incidentId: 'open', individualId: 'open', partnerId: 'open', sources: 'open' },
    ...{ drawnAt: 'open', state: 'open', sent: 'open', sentHow: 'open', fileHash: 'open', replied: 'open', response: 'open' },
  },
  // Texts hold names: whoever reads no names reads no draft.
  sealed: { drawn: 'identity', texts: 'identity', despite: 'identity', recipient: 'narrative', theirReference: 'narrative', reply: 'narrative' },
};
