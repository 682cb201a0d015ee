import { Inject, Injectable } from '@nestjs/common';
import { FindAudit, VerifyAudit, type AuditEntryView, type AuditStateView } from '../../../audit/public.js';
import { FindCases, HandOverCase, type CaseRowView, type OfferedCaseView } from '../../../cases/public.js';
import { FindClocks, type ClockRowView } from '../../../clocks/public.js';
import { FindConsents, type ExpiringView } from '../../../consents/public.js';
import { FindDetentions, type DetentionRowView } from '../../../detentions/public.js';
import { FindFollowUps, type FollowUpCountsView, type FollowUpView } from '../../../follow-ups/public.js';
import { FindIndividuals, type IndividualRowView } from '../../../individuals/public.js';
import { FindImportRuns, type ImportRun } from '../../../intake/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { Clock, localDate } from '../../../kernel/time/public.js';
import { FindServerState, type ServerStateView } from '../../../lock/public.js';
import { FindRequests, type DataRequestView } from '../../../requests/public.js';
import { RunReport, type FigureView, type SubjectName } from '../../../reports/public.js';
import { FindBackups, type BackupStateView } from '../../../safekeeping/public.js';
import { Accounts, AdministerStaff, isKeeper, type StaffView } from '../../../staff/public.js';

/** What a home page shows; a part is missing when the viewer may not know it. */
export interface HomeFacts {
  readonly tasks?: { readonly whose: 'mine' | 'all'; readonly counts: FollowUpCountsView; readonly nobodys: number; readonly first: readonly FollowUpView[] };
  readonly clocks?: { readonly passed: readonly ClockRowView[]; readonly next: readonly ClockRowView[]; readonly people: ReadonlyMap<string, IndividualRowView> };
  readonly detentions?: { readonly rows: readonly DetentionRowView[]; readonly people: ReadonlyMap<string, IndividualRowView> };
  readonly cases?: { readonly asked: readonly OfferedCaseView[]; readonly own: readonly CaseRowView[] };
  readonly consents?: readonly ExpiringView[];
  readonly figures?: HomeFigures;
  readonly lastImport?: ImportRun | null;
  readonly audit?: { readonly state: AuditStateView; readonly refused: readonly AuditEntryView[] };
  readonly staff?: { readonly waiting: readonly StaffView[]; readonly active: number };
  readonly server?: ServerStateView;
  readonly requests?: readonly DataRequestView[];
  readonly backups?: BackupStateView;
  readonly names: ReadonlyMap<string, string>;
}

/** Today by the clocks of the organisation: how many were detained, of how many no end is recorded; and what sources report of all incidents. */
export interface HomeFigures {
  readonly day: string;
  readonly detained: FigureView;
  readonly noEnd: FigureView;
  readonly reported: FigureView;
}

/** Rows of each list; the lists themselves show the rest. */
const FEW = 5;

/** Gathers what the first page of an account shows: the first rows of lists it may read, and counts. */
@Injectable()
export class FindHomeFacts {
  constructor(
    private readonly followUps: FindFollowUps,
    private readonly clocks: FindClocks,
    private readonly detentions: FindDetentions,
    private readonly individuals: FindIndividuals,
    private readonly cases: FindCases,
    private readonly handOvers: HandOverCase,
    private readonly consents: FindConsents,
    private readonly reports: RunReport,
    private readonly imports: FindImportRuns,
    private readonly audit: FindAudit,
    private readonly verify: VerifyAudit,
    private readonly staff: AdministerStaff,
    private readonly accounts: Accounts,
    private readonly requests: FindRequests,
    private readonly server: FindServerState,
    private readonly backups: FindBackups,
    private readonly time: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async of(actor: Actor): Promise<HomeFacts> {
    const may = <Part>(permission: string, part: () => Promise<Part>): Promise<Part | undefined> =>
      actor.permissions.has(permission) ? part() : Promise.resolve(undefined);
    const [tasks, clocks, detentions, cases, consents, figures, lastImport, audit, staff, server, requests, backups] = await Promise.all([
      may('follow-up.read', () => this.tasksOf(actor)),
      may('clock.read', () => this.clocksOf(actor)),
      may('detention.read', () => this.detentionsOf(actor)),
      may('case.hand_over', () => this.casesOf(actor)),
      may('consent.read', async () => (await this.consents.expiring(actor)).slice(0, FEW)),
      may('report.export', () => this.figuresOf(actor)),
      may('import.run', async () => (await this.imports.latest(actor))[0] ?? null),
      may('audit.read', () => this.auditOf(actor)),
      may('staff.manage', () => this.staffOf(actor)),
      may('staff.manage', () => this.server.run()),
      may('erasure.decide', async () => (await this.requests.page(actor, { limit: FEW })).items),
      may('backup.manage', () => (isKeeper(actor) ? this.backups.state() : Promise.resolve(undefined))),
    ]);
    const mentioned = [...(tasks?.first ?? []).flatMap(({ ownerId }) => ownerId ?? []), ...(audit?.refused ?? []).map(({ actorId }) => actorId)];
    const facts = { tasks, clocks, detentions, cases, consents, figures, lastImport, audit, staff, server, requests, backups };
    const known = Object.fromEntries(Object.entries(facts).filter(([, part]) => part !== undefined));
    return { ...(known as Omit<HomeFacts, 'names'>), names: await this.accounts.namesOf([...new Set(mentioned)]) };
  }

  /** A manager looks after everybody's tasks, all others after their own. */
  private async tasksOf(actor: Actor) {
    const whose = actor.permissions.has('follow-up.record') ? ('mine' as const) : ('all' as const);
    const owner = whose === 'mine' ? { owner: 'mine' as const } : {};
    const [counts, nobodys, page] = await Promise.all([
      this.followUps.counts(actor, owner),
      this.followUps.counts(actor, { owner: 'none' }),
      this.followUps.page(actor, { ...owner, limit: FEW }),
    ]);
    return { whose, counts, nobodys: Object.values(nobodys).reduce((all, one) => all + one, 0), first: page.items };
  }

  /** The time that ran out last first: an old one is rarely what one comes for. */
  private async clocksOf(actor: Actor) {
    const [passed, next] = await Promise.all([
      this.clocks.board(actor, { group: 'may_have_passed', sort: '-due', limit: FEW }),
      this.clocks.board(actor, { group: 'next', limit: FEW }),
    ]);
    const ids = [...passed.items, ...next.items].flatMap((row) => row.individualId ?? []);
    return { passed: passed.items, next: next.items, people: await this.individuals.several(actor, [...new Set(ids)]) };
  }

  /** Left out after an update, while figures are made anew: the page comes all the same. */
  private async figuresOf(actor: Actor): Promise<HomeFigures | undefined> {
    const day = localDate(this.time.now(), this.settings.zone);
    const figure = async (subject: SubjectName, measure: string, days: object = {}): Promise<FigureView | undefined> =>
      (await this.reports.built(actor, { subject, measure, ...days })).sections[0]?.total[0];
    try {
      const [detained, noEnd, reported] = [await figure('stay', 'detained', { from: day, to: day }), await figure('stay', 'no_end'), await figure('incident', 'reported')];
      return detained && noEnd && reported && { day, detained, noEnd, reported };
    } catch (error) {
      if (error instanceof Problem && error.code === 'report.preparing') return undefined;
      throw error;
    }
  }

  private async detentionsOf(actor: Actor) {
    const { items } = await this.detentions.page(actor, { sort: '-recorded', limit: FEW });
    return { rows: items, people: await this.individuals.several(actor, items.flatMap((row) => row.individualId ?? [])) };
  }

  private async casesOf(actor: Actor) {
    const [asked, own] = await Promise.all([this.handOvers.waitingFor(actor), this.cases.page(actor, { mine: 'yes', limit: FEW })]);
    return { asked, own: own.items };
  }

  private async auditOf(actor: Actor) {
    const [state, refused] = await Promise.all([this.verify.last(), this.audit.page(actor, { refused: 'yes', limit: FEW })]);
    return { state, refused: refused.items };
  }

  private async staffOf(actor: Actor) {
    const all = await this.staff.list(actor);
    return { waiting: all.filter(({ state }) => state === 'invited').slice(0, FEW), active: all.filter(({ state }) => state === 'active').length };
  }
}
