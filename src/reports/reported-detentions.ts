import { Injectable } from '@nestjs/common';
import { EntityManager, type SelectQueryBuilder } from 'typeorm';
import { Reach } from '../access/public.js';
import { betweenDays, incidentKind, REPORTED_SQL, zonesInUse, type Incident } from '../incidents/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { localMonths, type SeenMonth } from './months.js';
import { addedUp, byMonth, byRegion } from './reported-figures.js';
import type { ReportedDetentionsInput } from './reported-detentions.input.js';
import type { ReportedCell, ReportedDetentionsView } from './reported-detentions.view.js';

export const METHOD = 'reported-detentions/1';

/** A group as the database answers it: PostgreSQL sends sums as texts. */
type RawCell = Record<'incidents' | 'counted' | 'least' | 'most' | 'open', string | number | null> & Record<'month' | 'region', string | null>;

/**
 * How many people sources report as detained, by month and region, over the incidents the reader reaches. Within an
 * incident its sources count the same people: lowest to highest. Only different incidents are added up.
 */
@Injectable()
export class ReportedDetentions {
  constructor(
    private readonly reach: Reach,
    private readonly reader: EntityManager,
    private readonly work: UnitOfWork,
  ) {}

  async run(actor: Actor, input: ReportedDetentionsInput, act: 'report.seen' | 'report.exported' = 'report.seen'): Promise<ReportedDetentionsView> {
    const cells = await this.cells(actor, input);
    const { from = null, to = null, region = null } = input;
    const facts = { report: METHOD, from, to, region, groups: cells.length };
    await this.work.log([{ act, kind: 'report', recordId: null, facts, actor, at: this.work.clock.now() }]);
    const figures = { total: addedUp(cells), months: byMonth(cells), regions: byRegion(cells) };
    return { method: METHOD, from, to, region, ...figures, cells };
  }

  /** One aggregate over all incidents; the months of every zone are its second table. */
  private async cells(actor: Actor, input: ReportedDetentionsInput): Promise<ReportedCell[]> {
    const months = localMonths(await this.monthsSeen(actor, input));
    const query = await this.incidents(actor, input);
    const values = months.map((_, n) => `(:z${n}, :m${n}, :f${n}, :l${n})`);
    if (months.length > 0) {
      query.addCommonTableExpression(`VALUES ${values.join(', ')}`, 'months', { columnNames: ['zone', 'name', 'first', 'last'] });
      query.leftJoin('months', 'm', 'm.zone = i.start.zone AND i.start.earliest >= m.first AND i.start.latest <= m.last');
      months.forEach(({ zone, month, first, last }, n) => query.setParameters({ [`z${n}`]: zone, [`m${n}`]: month, [`f${n}`]: first, [`l${n}`]: last }));
    }
    const month = months.length > 0 ? 'm.name' : 'NULL';
    const rows = await query
      .leftJoin(`(${REPORTED_SQL})`, 'c', 'c.incident_id = i.id')
      .select(month, 'month')
      .addSelect('i.regionCode', 'region')
      .addSelect('COUNT(*)', 'incidents')
      .addSelect('COUNT(c.counts)', 'counted')
      .addSelect('COALESCE(SUM(c.at_least), 0)', 'least')
      .addSelect('COALESCE(SUM(c.at_most), 0)', 'most')
      .addSelect('SUM(CASE WHEN c.counts > 0 AND c.at_most IS NULL THEN 1 ELSE 0 END)', 'open')
      .groupBy(months.length > 0 ? 'm.name' : 'i.regionCode')
      .addGroupBy('i.regionCode')
      .getRawMany<RawCell>();
    return rows.map(cellOf).sort((a, b) => (a.month ?? '~').localeCompare(b.month ?? '~') || (a.regionCode ?? '~').localeCompare(b.regionCode ?? '~'));
  }

  private monthsSeen(actor: Actor, input: ReportedDetentionsInput): Promise<SeenMonth[]> {
    return this.incidents(actor, input).then((query) =>
      query
        .select('i.start.zone', 'zone')
        .addSelect('SUBSTR(i.start.earliest, 1, 7)', 'month')
        .andWhere('i.start.zone IS NOT NULL AND i.start.earliest IS NOT NULL')
        .distinct(true)
        .getRawMany<SeenMonth>(),
    );
  }

  private async incidents(actor: Actor, input: ReportedDetentionsInput): Promise<SelectQueryBuilder<Incident>> {
    const query = this.reach.list(actor, incidentKind, 'i');
    if (input.region) query.andWhere('i.regionCode = :region', { region: input.region });
    if (input.from || input.to) betweenDays(query, await zonesInUse(this.reader), input);
    return query;
  }
}

const cellOf = ({ month, region, incidents, counted, least, most, open }: RawCell): ReportedCell => ({
  ...{ month, regionCode: region },
  ...{ incidents: Number(incidents), counted: Number(counted), atLeast: Number(least) },
  atMost: Number(open) > 0 ? null : Number(most),
});
