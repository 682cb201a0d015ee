import type { CastStaff } from './types.js';

/** One account per role, two who stand outside of the main cases, and one of a partner organisation. */
export const staff: readonly CastStaff[] = [
  {
    key: 'rita', signInName: 'rita', name: 'Rita', role: 'administrator', language: 'en',
    shows: 'makes accounts, reads no record',
  },
  {
    key: 'timur', signInName: 'timur', name: 'Timur', role: 'intake_volunteer', language: 'ru',
    shows: 'takes calls, reaches only what he recorded',
  },
  {
    key: 'aigerim', signInName: 'aigerim', name: 'Aigerim', role: 'caseworker', language: 'en',
    shows: 'leads the case of the iron rings',
  },
  {
    key: 'bolat', signInName: 'bolat', name: 'Bolat', role: 'caseworker', language: 'kk',
    shows: 'works elsewhere, is not on that case',
  },
  { key: 'dana', signInName: 'dana', name: 'Dana', role: 'lawyer', language: 'en', shows: 'lawyer on the case' },
  {
    key: 'yerlan', signInName: 'yerlan', name: 'Yerlan', role: 'lawyer', language: 'ru',
    shows: 'lawyer who is not on it',
  },
  {
    key: 'marat', signInName: 'marat', name: 'Marat', role: 'manager', language: 'en',
    shows: 'reads figures and reports',
  },
  {
    key: 'saule', signInName: 'saule', name: 'Saule', role: 'auditor', language: 'en',
    shows: 'reads the audit log, refused attempts included',
  },
  {
    key: 'asel', signInName: 'asel', name: 'Asel', role: 'lawyer', language: 'kk', partner: 'Qorghan legal aid',
    shows: 'of a partner organisation: sees the one case that is shared',
  },
];
