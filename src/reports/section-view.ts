import type { SectionPlan } from './definitions.js';
import type { Dimension } from './dimension.js';
import { nothing, type Figure, type Measure } from './measure.js';
import type { CellView, FigureView, MemberView, SectionView } from './report.view.js';
import { cellOf, type Spread } from './spread.js';
import type { Sums } from './sums.js';

interface Made {
  readonly rows: Dimension | null;
  readonly table: Spread;
  /** The period before; figures of members that are new have nothing before. */
  readonly earlier: Spread | null;
  readonly rowMembers: MemberView[];
  readonly columnMembers: MemberView[];
  readonly measures: readonly Measure[];
}

type Figures = readonly Figure[];

/** A counted table as it leaves the module. Cells of which nothing is said are left out. */
export function sectionView(plan: SectionPlan, { rows, table, earlier, rowMembers, columnMembers, measures }: Made): SectionView {
  const none = measures.map(() => nothing);
  const cells = rowMembers.flatMap(({ key: row }) =>
    columnMembers.flatMap(({ key: column }): CellView[] => {
      const figures = cellOf(table, row, column);
      return figures?.some(({ most }) => most !== 0) ? [{ row, column, figures: views(figures, null) }] : [];
    }),
  );
  const totals = (members: readonly MemberView[], of: Sums, before: Sums | undefined) =>
    members.map(({ key }) => ({ key, figures: views(of.get(key) ?? none, before ? (before.get(key) ?? none) : null) }));
  return {
    ...{ id: plan.id, subject: plan.subject, rows: plan.rows ?? null, columns: plan.columns ?? null },
    measures: measures.map(({ id, unit }) => ({ id, unit })),
    ...{ rowMembers, columnMembers, cells },
    rowTotals: totals(rowMembers, table.rows, earlier?.rows),
    columnTotals: totals(columnMembers, table.columns, earlier?.columns),
    total: views(table.total, earlier?.total ?? null),
    of: table.of,
    ...{ many: rows?.many === true, between: rows?.between === true, picture: plan.picture ?? null },
  };
}

const views = (figures: Figures, before: Figures | null): FigureView[] =>
  figures.map((figure, n) => ({ ...figure, before: before ? { least: before[n]?.least ?? 0, most: before[n]?.most ?? null } : null }));
