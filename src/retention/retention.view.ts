export class RetentionClassView {
  id!: string;
  proposes!: string;
  period!: string | null;
  starts!: string;
  /** In the reader's language. */
  ground!: string;
  needsLegalReview!: boolean;
}

export class PastItsTimeView {
  id!: string;
  reference!: string;
  recordedAt!: string;
  changedAt!: string;
  /** A legal hold stands: it is not proposed. */
  held!: boolean;
}

export class PastItsTimePageView {
  items!: PastItsTimeView[];
  /** The id to go on after; null: that was all. */
  next!: string | null;
}

export class RetentionProposedView {
  id!: string;
}
