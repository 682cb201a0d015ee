/** Where backups lie. Names are ours: `chunks/ab12…`, `manifests/…`, `keys`; what a store keeps beside them is left alone. */
export interface BackupStore {
  /** How pages and the log call it: no path, no address. */
  readonly kind: 'folder' | 's3';
  /** What lies there under a prefix, with sizes in bytes. */
  list(prefix: string): Promise<ReadonlyMap<string, number>>;
  /** null when there is no such object. */
  get(name: string): Promise<Buffer | null>;
  /** Whole or not at all, and for good when it resolves; an object of that name is replaced. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** The same from a file and into one, without holding it in memory. */
  putFile(name: string, from: string): Promise<void>;
  /** false when there is no such object. */
  getFile(name: string, to: string): Promise<boolean>;
  remove(name: string): Promise<void>;
  close(): void;
}
