import type { RecordConsentInput } from '../../consents/public.js';
import { detentions } from './detentions.js';
import { people } from './people.js';

/** A conversation about consent; times as somebody would type them. */
export interface CastConsent {
  readonly person?: string;
  readonly source?: string;
  readonly answers: RecordConsentInput['answers'];
  readonly given: string;
  /** The one organisation a yes to passing on is bound to. */
  readonly partner?: string;
  readonly more?: Omit<RecordConsentInput, 'answers' | 'given' | 'expires'>;
  /** Days from today until when a yes holds. */
  readonly expiresInDays?: number;
}

/** As different as people are: all, some, none, withdrawn later, a mother for her son, a family for a man nobody can ask. */
export const consents: readonly CastConsent[] = [
  {
    person: 'aidos', given: '12.01.2021', answers: { legal_action: 'yes', share_partner: 'yes', un_named: 'yes', public_aggregate: 'yes', public_name: 'no' },
    more: { way: 'in_person', language: 'kk', conditions: 'Ask again before every statement.', partners: 'Partners named on the sheet', evidence: 'Signed sheet, folder 1' },
  },
  { person: 'madina', given: '11.01.2021', answers: { legal_action: 'yes', share_partner: 'yes', un_named: 'yes', public_name: 'yes', photo_video: 'yes' }, more: { way: 'in_writing', language: 'kk', evidence: 'Signed sheet, folder 1' } },
  { person: 'madina', given: '15.01.2021', answers: { share_partner: 'yes' }, more: { way: 'telephone', language: 'kk' }, expiresInDays: 25 },
  { person: 'zarina', given: '13.01.2021', answers: { legal_action: 'no', un_confidential: 'no', public_aggregate: 'yes', public_name: 'no' }, more: { way: 'telephone', language: 'kk' } },
  { person: 'alikhan', given: '11.01.2021 12:00', answers: { legal_action: 'yes', un_confidential: 'yes', photo_video: 'no', public_name: 'no' }, more: { way: 'in_person', language: 'kk', givenBy: 'guardian', giverName: 'Раушангүл Дәулетияр' } },
  { person: 'alikhan', given: '11.01.2021 12:10', answers: { legal_action: 'yes', un_confidential: 'yes', photo_video: 'no' }, more: { way: 'in_person', language: 'kk', capacity: 'with_support' } },
  { person: 'asel', given: '11.01.2021', answers: { internal_help: 'yes', legal_action: 'no', public_aggregate: 'no' }, more: { way: 'telephone', language: 'kk', givenBy: 'guardian', giverName: 'Дәурен Ниязбек' } },
  { person: 'temirlan', given: '11.01.2021', answers: { legal_action: 'yes', un_named: 'yes' }, more: { way: 'through_family', language: 'kk', givenBy: 'family', capacity: 'cannot_be_reached', giverName: 'Асқар Құдайқұл' } },
  { person: 'askhat', given: '14.01.2021', answers: { legal_action: 'yes', share_partner: 'yes' }, partner: 'litWindow', more: { way: 'in_person', language: 'ru' }, expiresInDays: 20 },
  { person: 'svetlana', given: '12.01.2021', answers: { legal_action: 'yes', un_confidential: 'yes', public_pseudonym: 'yes' }, more: { way: 'in_person', language: 'ru', evidence: 'Signed sheet, folder 1' } },
  { source: 'witnessA', given: '12.01.2021', answers: { legal_action: 'yes', share_partner: 'yes', un_confidential: 'yes' }, more: { way: 'in_person', language: 'kk' } },
  { source: 'hotline', given: '12.01.2021', answers: { share_partner: 'yes' }, more: { way: 'telephone', language: 'kk' } },
  { source: 'witnessB', given: '12.01.2021', answers: { legal_action: 'no', un_confidential: 'no' }, more: { way: 'telephone', language: 'ru' } },
  { source: 'motherOfAlikhan', given: '11.01.2021', answers: { legal_action: 'yes', un_confidential: 'yes' }, more: { way: 'in_person', language: 'kk' } },
];

/** Grown people who agreed to be counted in public, and to nothing else that leaves. */
export const countedInPublic: readonly string[] = detentions
  .flatMap(({ person, incident }) => (person && incident?.startsWith('ring') ? [person] : []))
  .filter((person) => !consents.some((one) => one.person === person) && !people.some(({ key, roles }) => key === person && roles.includes('minor')));

/** Sources and people who took it back later. */
export const withdrawals = [{ person: 'svetlana', given: '01.03.2021', scopes: ['un_confidential', 'public_pseudonym'] }] as const;
