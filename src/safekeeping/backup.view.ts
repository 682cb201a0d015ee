export class BackupStateView {
  /** `not_set`, `failed`, `never`, `old`, `never_verified`, `verified_long_ago` or `well`. */
  health!: string;
  made!: { at: string; rows: number; bytes: number; newBytes: number } | null;
  failed!: { at: string; code: string } | null;
  /** When a backup was last restored on trial. */
  verifiedAt!: string | null;
  /** When the server makes the next one by itself. */
  nextAt!: string | null;
  /** Rows read so far of the one that is being made. */
  underWay!: number | null;
}

export class StoredBackupView {
  id!: string;
  made!: string;
  rows!: number;
  /** In the store, parts that other backups share included. */
  bytes!: number;
  verified!: boolean;
}

export class BackupsView {
  state!: BackupStateView;
  set!: { store: 'folder' | 's3'; every: number; keep: { last: number; daily: number; weekly: number; monthly: number } } | null;
  items!: StoredBackupView[];
  /** Why the store cannot be looked into. */
  problem!: { code: string; params: Record<string, string | number> } | null;
}
