import { seenFields, shown, type Withheld } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import type { Known } from '../kernel/record/public.js';
import type { Publication, PublicationPrivate, PublicationState } from './publication.entity.js';
import { publicationKind } from './publication.kind.js';

export type KnownPublication = Known<Publication, PublicationPrivate>;

export class PublicationFileView {
  id!: string;
  format!: 'pdf' | 'xlsx' | 'csv';
  size!: number;
  sha256!: string;
}

export class ReceiptView {
  id!: string;
  at!: string;
  recipient!: string;
  /** When they were told of the recall. */
  toldAt!: string | null;
}

export class TablePlanView {
  rows!: string;
  columns!: string | null;
}

export class PublicationView {
  id!: string;
  version!: number;
  reference!: string;
  state!: PublicationState;
  title!: string | Withheld;
  intro!: string | null | Withheld;
  recallReason!: string | null | Withheld;
  language!: string;
  tables!: TablePlanView[];
  fromDay!: string;
  toDay!: string;
  regionCode!: string | null;
  named!: boolean;
  threshold!: number;
  embargoUntil!: string | null;
  replacesId!: string | null;
  madeAt!: string | null;
  releasedAt!: string | null;
  releasedBy!: string | null;
  recordedBy!: string;
  files!: PublicationFileView[];
  receipts!: ReceiptView[];
}

export class PublicationRowView {
  id!: string;
  reference!: string;
  title!: string | Withheld;
  state!: PublicationState;
  language!: string;
  recordedAt!: string;
  releasedAt!: string | null;
}

/** Somebody the scanner found in the made file; by id, for the text itself must not be repeated. */
export class FindingView {
  kind!: 'individual' | 'relative' | 'speaker' | 'source' | 'staff';
  /** A relative, and who spoke for somebody, has the id of the individual. Null: somebody the reader may not see. */
  id!: string | null;
  by!: 'name' | 'number' | 'address';
}

/** What came of making the files. */
export class MadeView {
  /** Who would be named against their will: while there is any, nothing is kept and nothing can be released. */
  findings!: FindingView[];
  /** People left out because nobody recorded that they agree to be counted in public. */
  withoutConsent!: number;
  /** People left out because they made conditions, which nobody can keep once it is out. */
  conditional!: number;
  /** People left out because a source that tells of them does not want to be used for figures in public. */
  bySource!: number;
  /** People of whom the days are not sure. */
  unsure!: number;
  /** Figures left out, and all figures. */
  figuresLeftOut!: number;
  figures!: number;
}

/** How far making the files is, and what came of it. */
export class MakingView {
  state!: 'under_way' | 'done' | 'refused';
  /** Of what has to be looked at one by one, how many are done; of nothing while that is not known yet. */
  done!: number;
  of!: number;
  made!: MadeView | null;
  /** Why it could not be made, and the numbers for the sentence. */
  code!: string | null;
  params!: Record<string, string | number>;
}

export const publicationView = (actor: Actor, known: KnownPublication, files: PublicationFileView[], receipts: ReceiptView[]): PublicationView =>
  ({ id: known.id, version: known.version, recordedBy: known.recordedBy, ...seenFields(actor, publicationKind, known), files, receipts }) as unknown as PublicationView;

export const publicationRow = (actor: Actor, known: KnownPublication): PublicationRowView => {
  const { id, reference, state, language, recordedAt, releasedAt } = known;
  return { id, reference, state, language, recordedAt, releasedAt, title: shown(actor, 'narrative', known.title) };
};

