import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { CountRecords } from './count-records.js';
import { reportPlan } from './definitions.js';
import type { DrillInput } from './report.input.js';
import { builtPlan, questionOf, scopeOf } from './run-report.js';
import { spread, WHOLE } from './spread.js';
import type { Group } from './subject.js';

/** What stands for "not known" in an address, where an empty value means that nothing was asked. */
export const NOT_KNOWN = '-';

/** Records of one page of them. */
export const MOST_BEHIND = 200;

export interface Behind {
  readonly kind: 'detention' | 'individual' | 'incident' | 'follow-up' | 'case';
  readonly ids: readonly string[];
  /** As the cell counts them. */
  readonly records: number;
}

/** The records behind one cell: those that surely or possibly stand in it, within the reader's reach. */
@Injectable()
export class FindBehind {
  constructor(
    private readonly count: CountRecords,
    private readonly work: UnitOfWork,
  ) {}

  /** @throws Problem `not_found` for a report or table there is not. */
  async of(actor: Actor, report: string, input: DrillInput): Promise<Behind> {
    const { subject, measure } = input;
    const plan = report === 'built' && subject && measure ? builtPlan({ ...input, subject, measure }) : reportPlan(report);
    const section = plan?.sections.find(({ id }) => id === (input.section ?? 'built'));
    if (!section) throw Problem.notFound();
    const { question, rows, columns } = questionOf(section);
    const scope = scopeOf(input, this.work);
    const groups = await this.count.groups(actor, question, scope);
    const [row, column] = [input.row, input.column].map((key) => (key === NOT_KNOWN ? '' : (key ?? WHOLE)));
    const inCell = (group: Group): boolean => {
      const { cells } = spread([group], [rows, columns], question.measures.length, scope);
      const across = row === WHOLE ? [...cells.values()] : [cells.get(row ?? WHOLE) ?? new Map<string, unknown>()];
      return across.some((own) => (column === WHOLE ? own.size > 0 : own.has(column ?? WHOLE)));
    };
    const own = groups.filter(inCell);
    const ids = await this.count.ids(actor, question, own, scope, MOST_BEHIND);
    return { kind: question.subject.record.kind, ids, records: own.reduce((all, { records }) => all + records, 0) };
  }
}
