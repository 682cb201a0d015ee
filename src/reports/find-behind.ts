import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import type { Worked } from './count-groups.js';
import { CountRecords } from './count-records.js';
import { reportPlan } from './definitions.js';
import { UNKNOWN, type Dimension } from './dimension.js';
import type { DrillInput } from './report.input.js';
import { builtPlan, questionOf, scopeOf } from './run-report.js';
import { WHOLE } from './spread.js';

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
    const worked = await this.count.records(actor, question, scopeOf(input, this.work));
    const across = [[rows, input.row] as const, [columns, input.column] as const].flatMap(([dimension, asked]) => (dimension ? standingIn(worked, dimension, asked) : []));
    const id = worked.set.field(question.subject.record === 'individual' ? 'individual' : 'id');
    const ids: string[] = [];
    for (let record = 0; record < worked.set.count; record += 1) if (across.every((stands) => stands(record))) ids.push(id.text(id.values[record] ?? 0));
    return { kind: question.subject.record, ids: [...new Set(ids)].sort().toReversed().slice(0, MOST_BEHIND), records: ids.length };
  }
}

/** Whether a record surely or possibly stands in this member of the dimension; no member: wherever it stands. */
function standingIn(worked: Worked, dimension: Dimension, asked: string | undefined): (record: number) => boolean {
  const member = asked === NOT_KNOWN ? UNKNOWN : (asked ?? WHOLE);
  const { places, all } = worked.standingsIn(dimension);
  const holds = all.map(({ possible }) => member === WHOLE || (member === UNKNOWN ? possible.length === 0 : possible.includes(member)));
  return (record) => holds[places[record] ?? 0] === true;
}
