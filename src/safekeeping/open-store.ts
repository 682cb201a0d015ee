import type { Settings } from '../kernel/settings/public.js';
import { FolderStore } from './folder-store.js';
import type { BackupStore } from './store.js';

/** A place as the settings name it: a folder, or `s3://bucket/prefix`. @throws Problem when it cannot be used at all */
export function openStore(to: string, _settings: Pick<Settings, 's3'>): BackupStore {
  return new FolderStore(to);
}
