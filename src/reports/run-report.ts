import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { readDay } from '../kernel/time/public.js';
import { CountRecords } from './count-records.js';
import type { Groups, Question } from './count-groups.js';
import { reportPlan, type ReportPlan, type SectionPlan } from './definitions.js';
import type { Dimension } from './dimension.js';
import { KeepFacts } from './keep-facts.js';
import { letOthers } from './let-others.js';
import { folded, membersOf, shownOf } from './members.js';
import { NameMembers } from './name-members.js';
import { periodBefore } from './period-before.js';
import type { BuildReportInput, ReportInput } from './report.input.js';
import type { ReportView, SectionView } from './report.view.js';
import type { Scope } from './scope.js';
import { sectionView } from './section-view.js';
import { spread, type Spread } from './spread.js';
import { dimensionOf, measureOf, subjects } from './subjects.js';

export const METHOD = 'figures/1';

/** Makes a report: figures over the records the reader reaches, each kind of record read once for all its tables. */
@Injectable()
export class RunReport {
  constructor(
    private readonly count: CountRecords,
    private readonly names: NameMembers,
    private readonly facts: KeepFacts,
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
  ) {}

  /** @throws Problem `not_found` for a report there is not, `input.invalid`, `report.preparing` (503). */
  async run(actor: Actor, id: string, input: ReportInput, act: 'report.seen' | 'report.exported' = 'report.seen'): Promise<ReportView> {
    const plan = reportPlan(id);
    if (!plan) throw Problem.notFound();
    return this.made(actor, plan, input, act);
  }

  /** A table of one's own. @throws Problem `input.invalid` when the subject has no such measure or dimension. */
  built(actor: Actor, input: BuildReportInput, act: 'report.seen' | 'report.exported' = 'report.seen'): Promise<ReportView> {
    return this.made(actor, builtPlan(input), input, act);
  }

  private async made(actor: Actor, plan: ReportPlan, input: ReportInput, act: string): Promise<ReportView> {
    const scope = scopeOf(input, this.work);
    await this.facts.ready();
    const before = input.compare && scope.from && scope.to ? periodBefore({ from: scope.from, to: scope.to }) : null;
    const oneDay = scope.from !== null && scope.from === scope.to;
    const asked = plan.sections.filter((section) => oneDay || !section.oneDay).map((section) => ({ section, ...questionOf(section) }));
    const { groups: whole, undated, undatedIncidents } = await this.count.tables(actor, asked.map(({ question }) => question), scope);
    const dated = asked.map(({ question }) => question).filter(({ subject }) => subject.dated);
    const then = before && { ...scope, ...before };
    const earlier = then && (await this.count.tables(actor, dated, then)).groups;
    const sections: SectionView[] = [];
    for (const one of asked) {
      await letOthers();
      sections.push(await this.section(actor, one, spreadOf(one, whole), earlier?.has(one.question) ? spreadOf(one, earlier) : null));
    }
    const { now, ...shown } = scope;
    const facts = { report: plan.id, ...shown, sections: sections.length };
    await this.work.log([{ act, kind: 'report', recordId: null, facts, actor, at: this.work.clock.now() }]);
    return { report: plan.id, method: METHOD, madeAt: now, scope: shown, before, undated: undated ?? 0, undatedIncidents: undatedIncidents ?? 0, sections };
  }

  private async section(actor: Actor, { section, question, rows, columns }: Asked, whole: Spread, earlier: Spread | null): Promise<SectionView> {
    const members = shownOf(membersOf(rows, whole.rows));
    const across = membersOf(columns, whole.columns);
    const [rowMembers, columnMembers] = [await this.names.of(actor, rows, members), await this.names.of(actor, columns, across)];
    return sectionView(section, { rows, table: folded(whole, members), earlier: earlier && folded(earlier, members), rowMembers, columnMembers, measures: question.measures });
  }
}

interface Asked extends Questioned {
  readonly section: SectionPlan;
}

interface Questioned {
  readonly question: Question;
  readonly rows: Dimension | null;
  readonly columns: Dimension | null;
}

const spreadOf = ({ question, rows, columns }: Questioned, groups: ReadonlyMap<Question, Groups>): Spread => spread(groups.get(question) as Groups, [rows, columns]);

/** What a section asks, in the terms of its subject. @throws Error: a mistake in the program, the builder has checked its own. */
export function questionOf(plan: SectionPlan): Questioned {
  const named = <Found>(found: Found | undefined, name: string): Found => {
    if (!found) throw new Error(`${plan.subject} has no ${name}`);
    return found;
  };
  const rows = plan.rows ? named(dimensionOf(plan.subject, plan.rows), plan.rows) : null;
  const columns = plan.columns ? named(dimensionOf(plan.subject, plan.columns), plan.columns) : null;
  const measures = plan.measures.map((id) => named(measureOf(plan.subject, id), id));
  return { question: { subject: subjects[plan.subject], dimensions: [rows, columns].filter((one) => one !== null), measures }, rows, columns };
}

/** @throws Problem `input.invalid` */
export function builtPlan({ subject, measure, rows, columns }: Pick<BuildReportInput, 'subject' | 'measure' | 'rows' | 'columns'>): ReportPlan {
  const faults = [
    ...(measureOf(subject, measure) ? [] : ['measure']),
    ...(rows && !dimensionOf(subject, rows) ? ['rows'] : []),
    ...(columns && (columns === rows || !rows || !dimensionOf(subject, columns)) ? ['columns'] : []),
  ];
  if (faults.length > 0) throw Problem.invalid(faults.map((field) => ({ field, code: 'report.not_offered' })));
  const picture = columns ? ('stacked' as const) : ('bars' as const);
  return { id: 'built', sections: [{ id: 'built', subject, measures: [measure], ...(rows ? { rows, picture } : {}), ...(columns ? { columns } : {}) }] };
}

/** @throws Problem `input.invalid` for a day there is not, or an end before the start. */
export function scopeOf(input: ReportInput, { clock }: Pick<UnitOfWork, 'clock'>): Scope {
  const { from = null, to = null, region = null, authority = null, kind = null, outcome = null, incident = null, borders = 'event' } = input;
  for (const [field, day] of Object.entries({ from, to })) {
    if (day !== null && !readDay(day)) throw Problem.invalid([{ field, code: 'time.impossible_date' }]);
  }
  if (from && to && to < from) throw Problem.invalid([{ field: 'to', code: 'report.days_reversed' }]);
  return { from, to, region, authority, kind, outcome, incident, borders, now: clock.now() };
}
