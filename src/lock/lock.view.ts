/** How the server stands. The word about what opened it tells nothing that opens it. */
export class ServerStateView {
  /** null where nothing can be locked. */
  openedAt!: string | null;
  openedBy!: 'key' | 'passphrase' | 'recovery' | 'shares' | null;
  /** It had not been stopped before: a power cut, a crash, or somebody's hand. */
  cutShort!: boolean;
  /** When an administrator last checked in or signed in; null: never. */
  checkedInAt!: string | null;
  /** When it locks itself unless one does; null: it does not. */
  locksAt!: string | null;
  /** When somebody last entered the recovery key or the shares back; null: never. */
  rehearsedAt!: string | null;
  /** When a backup was last restored for trial; null: never. */
  drilledAt!: string | null;
}

/** Shown this once. */
export class RecoveryKeyView {
  recoveryKey!: string;
}

/** Shown this once. Any two of them open, one alone tells nothing. */
export class RecoverySharesView {
  shares!: string[];
}
