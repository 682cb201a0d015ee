import { roles, type StaffRole } from '../../src/access/public.js';

/** The same people in every story: who they are decides what they may. */
export const cast = {
  rita: { signInName: 'rita', name: 'Rita', role: 'administrator' },
  timur: { signInName: 'timur', name: 'Timur', role: 'intake_volunteer' },
  aigerim: { signInName: 'aigerim', name: 'Aigerim, on the case', role: 'caseworker' },
  bolat: { signInName: 'bolat', name: 'Bolat, elsewhere', role: 'caseworker' },
  dana: { signInName: 'dana', name: 'Dana, on the case', role: 'lawyer' },
  yerlan: { signInName: 'yerlan', name: 'Yerlan, not on the case', role: 'lawyer' },
  marat: { signInName: 'marat', name: 'Marat', role: 'manager' },
  saule: { signInName: 'saule', name: 'Saule', role: 'auditor' },
} as const satisfies Record<string, { signInName: string; name: string; role: StaffRole }>;

export type Person = keyof typeof cast;

export const people = Object.keys(cast) as Person[];

/** The roles before an installation changes them. */
export const shippedRoles = roles;
