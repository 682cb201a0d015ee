import { Injectable } from '@nestjs/common';
import { MayUse, NARROWEST, type ConsentScope } from '../consents/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { codedValue } from '../vocabularies/public.js';
import { CountRecords } from './count-records.js';
import type { ReportInput } from './report.input.js';
import type { AgreementView, ReportView } from './report.view.js';
import { scopeOf } from './run-report.js';
import { subjects } from './subjects.js';

/** The use a purpose of an export stands for (vocabularies/export-purposes). */
export const useOf = (purpose: string): ConsentScope => (codedValue('export-purposes', purpose)?.scope ?? NARROWEST) as ConsentScope;

/** Figures count everybody. Where they go to others, the file says how many of the people behind them agreed to that. */
@Injectable()
export class CountAgreed {
  constructor(
    private readonly count: CountRecords,
    private readonly mayUse: MayUse,
    private readonly work: UnitOfWork,
  ) {}

  /** Of the known people whose detentions lie in the scope, within reach. undefined: the purpose needs no consent, or no table counts detentions. @throws Problem `input.invalid` */
  async of(actor: Actor, { sections }: Pick<ReportView, 'sections'>, input: ReportInput, purpose: string): Promise<AgreementView | undefined> {
    const use = useOf(purpose);
    if (use === NARROWEST || !sections.some(({ subject }) => subjects[subject].source === 'stay')) return undefined;
    const scope = scopeOf(input, this.work);
    const { set } = await this.count.records(actor, { subject: subjects.stay, dimensions: [], measures: [] }, scope);
    const { values, text } = set.field('individual');
    const people = [...new Set(values)].map(text).filter((id) => id !== '');
    const agreeing = await this.mayUse.agreeing('individual', { scope: use, at: scope.now });
    return { purpose, people: people.length, agreed: people.filter((id) => agreeing.has(id)).length };
  }
}
