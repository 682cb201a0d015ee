import { about, type ReachedKind } from '../access/public.js';
import { Individual, type IndividualPrivate } from './individual.entity.js';

export const individualKind: ReachedKind<Individual, IndividualPrivate> = {
  name: 'individual',
  row: Individual,
  reach: about(['individual', 'id']),
  plain: {
    reference: 'open',
    sex: 'open',
    bornEarliest: 'open',
    bornLatest: 'open',
    regionCode: 'open',
    roles: 'open',
    minor: 'open',
    externalToken: 'open',
  },
  sealed: {
    names: 'identity',
    birth: 'identity',
    ageSaid: 'identity',
    nationality: 'identity',
    occupation: 'identity',
    vulnerabilities: 'health',
    medicalNeed: 'health',
    phones: 'contact',
    address: 'contact',
    relatives: 'contact',
    documents: 'contact',
    description: 'narrative',
    notes: 'narrative',
  },
  masked: ['phones', 'address', 'relatives', 'documents'],
};
