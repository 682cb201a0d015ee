import type { Role } from '../kernel/actor/public.js';
import type { FieldClass } from '../kernel/record/public.js';
import type { Permission } from './permissions.js';

export interface RoleRights {
  readonly permissions: readonly Permission[];
  /** Field classes read and written; one that is written is also read. */
  readonly reads: readonly FieldClass[];
  readonly writes: readonly FieldClass[];
  /** Reaches only what the account itself recorded. */
  readonly ownOnly: boolean;
}

/** Roles a person can hold; administrators and auditors read no record about a person. */
export type StaffRole = Exclude<Role, 'system'>;

const record: readonly Permission[] = [
  'own.use',
  'lock.now',
  'individual.read',
  'individual.record',
  'individual.revise',
  'organisation.read',
  'organisation.record',
  'source.read',
  'source.record',
  'place.read',
  'place.record',
  'incident.read',
  'incident.record',
  'consent.read',
  'consent.record',
  'disclosure.read',
  'detention.read',
  'detention.record',
  'detention.revise',
  'clock.read',
  'case.read',
  'follow-up.read',
  'follow-up.record',
  'evidence.read',
  'evidence.record',
];

const classes = (both: readonly FieldClass[]): Pick<RoleRights, 'reads' | 'writes'> => ({ reads: both, writes: both });

/** As shipped; src/access/role-book.ts has what an installation makes of them. */
export const roles: Readonly<Record<StaffRole, RoleRights>> = {
  administrator: { permissions: ['own.use', 'lock.now', 'colleague.vouch', 'staff.manage', 'backup.manage'], ...classes(['open']), ownOnly: false },
  intake_volunteer: {
    permissions: [
      'own.use',
      'individual.read',
      'individual.record',
      'consent.read',
      'consent.record',
      'detention.read',
      'detention.record',
      'place.read',
      'incident.read',
      'source.read',
      'source.record',
    ],
    ...classes(['open', 'identity', 'contact', 'health', 'source', 'narrative']),
    ownOnly: true,
  },
  caseworker: {
    permissions: [...record, 'colleague.vouch', 'emergency.enter', 'timeline.export', 'circle.use', 'case.record', 'case.hand_over', 'import.run', 'report.read', 'request.record'],
    ...classes(['open', 'identity', 'contact', 'health', 'source', 'narrative']),
    ownOnly: false,
  },
  lawyer: {
    permissions: [...record, 'submission.read', 'submission.record', 'submission.send', 'colleague.vouch', 'emergency.enter', 'rule.review', 'timeline.export', 'circle.use', 'case.record', 'case.hand_over', 'report.read', 'publication.read', 'publication.release', 'request.record', 'hold.set'],
    ...classes(['open', 'identity', 'contact', 'health', 'narrative']),
    ownOnly: false,
  },
  manager: {
    permissions: [
      'own.use',
      'lock.now',
      'individual.read',
      'organisation.read',
      'place.read',
      'incident.read',
      'consent.read',
      'disclosure.read',
      'submission.read',
      'submission.record',
      'submission.send',
      'detention.read',
      'clock.read',
      'case.read',
      'case.hand_over',
      'follow-up.read',
      'report.read',
      'report.export',
      'publication.read',
      'publication.prepare',
      'publication.release',
      'import.run',
      'colleague.vouch',
      'looks.read',
      'circle.use',
      'emergency.enter',
      'emergency.review',
      'request.record',
      'hold.set',
      'erasure.decide',
    ],
    ...classes(['open', 'identity', 'narrative']),
    ownOnly: false,
  },
  auditor: { permissions: ['own.use', 'lock.now', 'audit.read'], ...classes(['open']), ownOnly: false },
};

export const staffRoles = Object.keys(roles) as StaffRole[];
