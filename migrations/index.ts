import { InstanceKeysVersions1700000000001 } from './0001-instance-keys-versions.js';
import { AuditLog1700000000002 } from './0002-audit-log.js';
import { StaffAndCircles1700000000003 } from './0003-staff-and-circles.js';
import { PeopleAndIncidents1700000000004 } from './0004-people-and-incidents.js';
import { Detentions1700000000005 } from './0005-detentions.js';
import { CasesAndFollowUps1700000000006 } from './0006-cases-and-follow-ups.js';
import { Imports1700000000007 } from './0007-imports.js';
import { Clocks1700000000008 } from './0008-clocks.js';
import { MoreSources1700000000009 } from './0009-more-sources.js';
import { SecondFactors1700000000010 } from './0010-second-factors.js';
import { EmergencyEntries1700000000011 } from './0011-emergency-entries.js';
import { TeamsAndLevels1700000000012 } from './0012-teams-and-levels.js';
import { LogAsATree1700000000013 } from './0013-log-as-a-tree.js';
import { FileKeys1700000000015 } from './0015-file-keys.js';
import { ErasureAndRequests1700000000017 } from './0017-erasure-and-requests.js';
import { Consents1700000000018 } from './0018-consents.js';
import { Figures1700000000019 } from './0019-figures.js';
import { Evidence1700000000020 } from './0020-evidence.js';
import { Submissions1700000000021 } from './0021-submissions.js';
import { OpeningsStruck1700000000022 } from './0022-openings-struck.js';
import { Publications1700000000023 } from './0023-publications.js';
import { WordsSealed1700000000024 } from './0024-words-sealed.js';
import { FiguresRead1700000000025 } from './0025-figures-read.js';
import { ConsentsKept1700000000026 } from './0026-consents-kept.js';
import { FactCards1700000000028 } from './0028-fact-cards.js';
import { ShareTasks1700000000029 } from './0029-share-tasks.js';
import { PartnerOfSubmissions1700000000030 } from './0030-partner-of-submissions.js';
import { LeftOutOfFiles1700000000031 } from './0031-left-out-of-files.js';

/** The one ordered list for both databases. A migration that has landed is never edited. */
export const migrations = [
  InstanceKeysVersions1700000000001,
  AuditLog1700000000002,
  StaffAndCircles1700000000003,
  PeopleAndIncidents1700000000004,
  Detentions1700000000005,
  CasesAndFollowUps1700000000006,
  Imports1700000000007,
  Clocks1700000000008,
  MoreSources1700000000009,
  SecondFactors1700000000010,
  EmergencyEntries1700000000011,
  TeamsAndLevels1700000000012,
  LogAsATree1700000000013,
  FileKeys1700000000015,
  ErasureAndRequests1700000000017,
  Consents1700000000018,
  Figures1700000000019,
  Evidence1700000000020,
  Submissions1700000000021,
  OpeningsStruck1700000000022,
  Publications1700000000023,
  WordsSealed1700000000024,
  FiguresRead1700000000025,
  ConsentsKept1700000000026,
  FactCards1700000000028,
  ShareTasks1700000000029,
  PartnerOfSubmissions1700000000030,
  LeftOutOfFiles1700000000031,
];
