import type { Viewer } from './viewer.js';

export type Section =
  | 'home'
  | 'intake'
  | 'individuals'
  | 'incidents'
  | 'detentions'
  | 'clocks'
  | 'cases'
  | 'follow-ups'
  | 'sources'
  | 'organisations'
  | 'places'
  | 'submissions'
  | 'reports'
  | 'publications'
  | 'import'
  | 'requests'
  | 'approvals'
  | 'audit'
  | 'staff'
  | 'backups';

export interface NavItem {
  readonly section: Section;
  readonly href: string;
}

const sections: readonly (NavItem & { readonly permission: string })[] = [
  { section: 'home', href: '/', permission: 'own.use' },
  { section: 'intake', href: '/intake', permission: 'detention.record' },
  { section: 'individuals', href: '/individuals', permission: 'individual.read' },
  { section: 'incidents', href: '/incidents', permission: 'incident.read' },
  { section: 'detentions', href: '/detentions', permission: 'detention.read' },
  { section: 'clocks', href: '/clocks', permission: 'clock.read' },
  { section: 'cases', href: '/cases', permission: 'case.read' },
  { section: 'follow-ups', href: '/follow-ups', permission: 'follow-up.read' },
  { section: 'sources', href: '/sources', permission: 'source.read' },
  { section: 'organisations', href: '/organisations', permission: 'organisation.read' },
  { section: 'places', href: '/places', permission: 'place.read' },
  { section: 'submissions', href: '/submissions', permission: 'submission.read' },
  { section: 'reports', href: '/reports', permission: 'report.read' },
  { section: 'publications', href: '/publications', permission: 'publication.read' },
  { section: 'import', href: '/import', permission: 'import.run' },
  { section: 'requests', href: '/requests', permission: 'request.record' },
  { section: 'approvals', href: '/approvals', permission: 'own.use' },
  { section: 'audit', href: '/audit', permission: 'audit.read' },
  { section: 'staff', href: '/staff', permission: 'staff.manage' },
  { section: 'backups', href: '/backups', permission: 'backup.manage' },
];

/** The sections a viewer may open. */
export const navigationOf = (viewer: Viewer): readonly NavItem[] =>
  sections.filter(({ permission }) => viewer.permissions.has(permission));
