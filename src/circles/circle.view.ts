export class CircleMemberView {
  staffId!: string;
  name!: string;
  /** Of another team than the reader's. */
  elsewhere!: boolean;
  addedAt!: string;
  /** When it ends by itself; null: until somebody ends it. */
  until!: string | null;
}

export class CircleRecordView {
  kind!: string;
  id!: string;
  reference!: string;
}

export class CircleRowView {
  id!: string;
  kind!: string;
  /** Of one that was opened for a case or an incident: its reference. */
  name!: string;
  openedAt!: string;
  /** Under seal since then. */
  sealedSince!: string | null;
}

export class CircleView extends CircleRowView {
  openedBy!: string;
  /** The case it belongs to: its people are let in there. */
  caseId!: string | null;
  /** The reader lets people in and takes records out. */
  leads!: boolean;
  members!: CircleMemberView[];
  /** The latest that joined, as far as the reader reaches them. */
  records!: CircleRecordView[];
}

export class CircleMadeView {
  id!: string;
}
