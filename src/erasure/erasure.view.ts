export class MentionView {
  kind!: string;
  recordId!: string;
  /** Fields of the newest version that speak of the person; empty: only earlier versions do. */
  fields!: string[];
  /** How many versions speak of them at all. */
  versions!: number;
  /** Two words of a name side by side, or a number of theirs: struck out without asking. */
  sure!: boolean;
}

export class HoldOverView {
  kind!: string;
  recordId!: string;
  endsAt!: string | null;
}

/** What erasing would do, before anybody asks for it. */
export class ErasureLookView {
  kind!: string;
  recordId!: string;
  reference!: string;
  /** Kinds of records that are blanked, with how many of each. */
  blanked!: Record<string, number>;
  /** While one stands, nothing is erased. */
  holds!: HoldOverView[];
  /** Records about others, within the reader's reach, that speak of the person. */
  mentions!: MentionView[];
}

export class ErasureProposedView {
  id!: string;
}

export class ErasureView {
  kind!: string;
  recordId!: string;
  /** null: of an account. */
  reference!: string | null;
  ground!: string;
  erasedAt!: string;
  erasedBy!: string;
  approvedBy!: string;
}
