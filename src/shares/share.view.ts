/** Somebody in a shared case who has not agreed to that, or no longer. */
export class NotAgreedView {
  /** individual or source. */
  about!: string;
  /** Null for who is out of the reader's reach. */
  id!: string | null;
  reference!: string | null;
  why!: string;
}

/** Somebody in a shared case whose consent to that runs out. */
export class EndingView {
  /** individual or source. */
  about!: string;
  /** Null for who is out of the reader's reach. */
  id!: string | null;
  reference!: string | null;
  until!: string;
}

/** An organisation that reads a case, or did. */
export class ShareView {
  teamId!: string;
  /** Empty for the team that was there first, until somebody names it. */
  team!: string;
  staffIds!: string[];
  /** Who no longer agrees to it, and who has not been asked since: the share has to end, or they have to be asked. */
  notAgreed!: NotAgreedView[];
  /** Whose consent runs out within sixty days, the soonest first. */
  ending!: EndingView[];
  /** When it ended; null: it goes on. */
  endedAt!: string | null;
}
