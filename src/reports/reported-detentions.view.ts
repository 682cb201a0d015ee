/** How many people sources report as detained, over the incidents of one group. */
export class ReportedFigures {
  /** Incidents of the group. */
  incidents!: number;
  /** Those for which a source gives a number; the others add nothing to the figures and are said beside them. */
  counted!: number;
  /** Sum over incidents of the lowest number any source gives. */
  atLeast!: number;
  /** Sum over incidents of the highest; null when an incident has no upper end. */
  atMost!: number | null;
}

export class ReportedCell extends ReportedFigures {
  /** `2018-05` by the clocks of the incident's place; null when it is not known within one month. */
  month!: string | null;
  /** null: no region is known. */
  regionCode!: string | null;
}

export class ReportedByMonth extends ReportedFigures {
  month!: string | null;
}

export class ReportedByRegion extends ReportedFigures {
  regionCode!: string | null;
}

/** Reported detentions of the incidents the reader reaches. */
export class ReportedDetentionsView {
  /** Version of the way the figures are computed. */
  method!: string;
  from!: string | null;
  to!: string | null;
  region!: string | null;
  total!: ReportedFigures;
  /** Oldest first, the unknown month last. */
  months!: ReportedByMonth[];
  /** Highest figure first, the unknown region last. */
  regions!: ReportedByRegion[];
  /** Every month and region that has an incident. */
  cells!: ReportedCell[];
}
