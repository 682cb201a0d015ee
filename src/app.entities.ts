import { Circle, CircleMember, CircleRecord, Restriction, RestrictionReading, RoleRightsRow } from './access/public.js';
import { Approval, ApprovalVote } from './approvals/public.js';
import { AuditBlock, AuditCheckpoint, AuditEntry, AuditHead, AuditOpening } from './audit/public.js';
import { Case, CaseDetention, CaseHandOver, CaseIndividual } from './cases/public.js';
import { ClockBasis, DetentionClock, RuleReview, StoredRulePack } from './clocks/public.js';
import { ConsentDecision, ConsentStanding, Disclosure } from './consents/public.js';
import { CustodyPeriod, Detention, DetentionEvent } from './detentions/public.js';
import { DetentionDuration } from './durations/public.js';
import { Evidence, EvidenceStep } from './evidence/public.js';
import { FollowUpAction } from './follow-ups/public.js';
import { EmergencyEntry } from './emergency/public.js';
import { LegalHold } from './holds/public.js';
import { HeadCount, Incident } from './incidents/public.js';
import { Individual, NameToken } from './individuals/public.js';
import { ImportedConsent, ImportRun } from './intake/public.js';
import { FileKey, SubjectKey } from './kernel/crypto/public.js';
import { Erasure, ErasureMention, OnceKey, RecordVersion, ReferenceCounter } from './kernel/record/public.js';
import { Instance } from './kernel/settings/public.js';
import { Affiliation, Organisation } from './organisations/public.js';
import { Place } from './places/public.js';
import { Publication, PublicationFile, PublicationReceipt } from './publications/public.js';
import { DataRequest, DataRequestAnswer } from './requests/public.js';
import { DetentionFact, FactBasis, FactText, ReportFile, SavedReport } from './reports/public.js';
import { ShareTask } from './shares/public.js';
import { Source } from './sources/public.js';
import { Submission } from './submissions/public.js';
import { ApiToken, Device, Factor, Invitation, Notice, RecoveryCode, Session, SignInStep, Staff, Team } from './staff/public.js';

/** Every table of the product; a test compares them with the migrated schema on both databases. */
export const entities = [
  ...[Instance, SubjectKey, FileKey, RecordVersion, ReferenceCounter, OnceKey, Erasure, ErasureMention],
  ...[AuditEntry, AuditHead, AuditBlock, AuditOpening, AuditCheckpoint],
  ...[Circle, CircleMember, CircleRecord, RoleRightsRow],
  ...[Team, Staff, Invitation, Session, Factor, RecoveryCode, SignInStep, Device, ApiToken, Notice, Approval, ApprovalVote],
  ...[Place, Source],
  ...[Individual, NameToken, Organisation, Affiliation, Incident, HeadCount],
  ...[ConsentDecision, ConsentStanding, Disclosure],
  ...[Detention, CustodyPeriod, DetentionEvent, DetentionDuration, DetentionClock, ClockBasis, StoredRulePack, RuleReview],
  ...[Case, CaseIndividual, CaseDetention, CaseHandOver, FollowUpAction, ShareTask],
  ...[DetentionFact, FactBasis, FactText, SavedReport, ReportFile],
  EmergencyEntry,
  ...[LegalHold, Restriction, RestrictionReading, DataRequest, DataRequestAnswer],
  Submission,
  ...[Evidence, EvidenceStep],
  ImportedConsent,
  ImportRun,
  ...[Publication, PublicationFile, PublicationReceipt],
];
