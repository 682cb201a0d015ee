import type { Type } from '@nestjs/common';
import { CasesPageController } from './cases/cases.page.controller.js';
import { SharePageController } from './cases/share.page.controller.js';
import { CirclesPageController } from './circles/circles.page.controller.js';
import { RolesPageController } from './staff/roles.page.controller.js';
import { TeamsPageController } from './staff/teams.page.controller.js';
import { ClockBoardPageController } from './clocks/clock-board.page.controller.js';
import { CustodyPageController } from './detentions/custody.page.controller.js';
import { DetentionsPageController } from './detentions/detentions.page.controller.js';
import { EvidencePageController } from './evidence/evidence.page.controller.js';
import { HomePageController } from './home/home.page.controller.js';
import { ExportPageController } from './exports/export.page.controller.js';
import { TimelineExportsController } from './exports/timeline-exports.controller.js';
import { FollowUpsPageController } from './follow-ups/follow-ups.page.controller.js';
import { ImportPageController } from './import/import.page.controller.js';
import { IndividualsPageController } from './individuals/individuals.page.controller.js';
import { EchoController } from './intake/echo.controller.js';
import { IntakePageController } from './intake/intake.page.controller.js';
import { LockPageController } from './lock/lock.page.controller.js';
import { RecoveryPageController } from './lock/recovery.page.controller.js';
import { ReportExportsController } from './reports/report-exports.controller.js';
import { ReportFilesPageController } from './reports/report-files.page.controller.js';
import { PublicationsController } from './publications/publications.controller.js';
import { PublicationsPageController } from './publications/publications.page.controller.js';
import { ReportsPageController } from './reports/reports.page.controller.js';
import { RulePacksPageController } from './rule-packs/rule-packs.page.controller.js';
import { SearchPageController } from './search/search.page.controller.js';
import { AccountPageController } from './account/account.page.controller.js';
import { ConfirmPageController } from './account/confirm.page.controller.js';
import { FactorsPageController } from './account/factors.page.controller.js';
import { TokensPageController } from './account/tokens.page.controller.js';
import { ApprovalsPageController } from './approvals/approvals.page.controller.js';
import { DataRightsPageController } from './data-rights/data-rights.page.controller.js';
import { PersonFileController } from './person-file/person-file.controller.js';
import { PersonFilePageController } from './person-file/person-file.page.controller.js';
import { RetentionPageController } from './retention/retention.page.controller.js';
import { RequestsPageController } from './data-rights/requests.page.controller.js';
import { EmergencyPageController } from './emergency/emergency.page.controller.js';
import { WhoPageController } from './who/who.page.controller.js';
import { BackupsPageController } from './backups/backups.page.controller.js';
import { NoticesPageController } from './notices/notices.page.controller.js';
import { LanguagePageController } from './sign-in/language.page.controller.js';
import { OidcPageController } from './sign-in/oidc.page.controller.js';
import { SignInPageController } from './sign-in/sign-in.page.controller.js';
import { WelcomePageController } from './sign-in/welcome.page.controller.js';
import { StaffPageController } from './staff/staff.page.controller.js';
import { OrganisationPageController } from './organisations/organisation.page.controller.js';
import { OrganisationsPageController } from './organisations/organisations.page.controller.js';
import { PlacesPageController } from './places/places.page.controller.js';
import { SourcesPageController } from './sources/sources.page.controller.js';
import { ComparePageController } from './history/compare.page.controller.js';
import { HistoryPageController } from './history/history.page.controller.js';
import { AuditController } from './audit/audit.controller.js';
import { AuditEvidencePageController } from './audit/audit-evidence.page.controller.js';
import { AuditPageController } from './audit/audit.page.controller.js';
import { HeadCountsPageController } from './incidents/head-counts.page.controller.js';
import { IncidentsPageController } from './incidents/incidents.page.controller.js';
import { ConsentsPageController } from './consents/consents.page.controller.js';
import { SubmissionsPageController } from './submissions/submissions.page.controller.js';

/** Every page of the product; a page that is not listed here does not exist. */
export const pageControllers: readonly Type[] = [
  EvidencePageController,
  HomePageController,
  LockPageController,
  RecoveryPageController,
  StaffPageController,
  TeamsPageController,
  RolesPageController,
  WelcomePageController,
  SignInPageController,
  OidcPageController,
  LanguagePageController,
  AccountPageController,
  ConfirmPageController,
  FactorsPageController,
  TokensPageController,
  ApprovalsPageController,
  NoticesPageController,
  BackupsPageController,
  WhoPageController,
  EmergencyPageController,
  DataRightsPageController,
  RequestsPageController,
  RetentionPageController,
  PersonFilePageController,
  PersonFileController,
  SearchPageController,
  EchoController,
  IntakePageController,
  IndividualsPageController,
  ConsentsPageController,
  SubmissionsPageController,
  CustodyPageController,
  DetentionsPageController,
  CasesPageController,
  SharePageController,
  CirclesPageController,
  ExportPageController,
  TimelineExportsController,
  ClockBoardPageController,
  RulePacksPageController,
  FollowUpsPageController,
  ImportPageController,
  ReportExportsController,
  ReportFilesPageController,
  ReportsPageController,
  PublicationsPageController,
  PublicationsController,
  OrganisationsPageController,
  OrganisationPageController,
  PlacesPageController,
  SourcesPageController,
  HistoryPageController,
  ComparePageController,
  AuditController,
  AuditPageController,
  AuditEvidencePageController,
  HeadCountsPageController,
  IncidentsPageController,
];
