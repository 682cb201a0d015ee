import type { BackupSettings } from '../kernel/settings/public.js';
import { FolderStore } from './folder-store.js';
import type { BackupStore } from './store.js';

/** The store of the settings, or another place named the same way. @throws Problem when it cannot be used at all */
export function openStore({ to }: Pick<BackupSettings, 'to'>): BackupStore {
  return new FolderStore(to);
}
