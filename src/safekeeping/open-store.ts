import type { Settings } from '../kernel/settings/public.js';
import { FolderStore } from './folder-store.js';
import { S3Store } from './s3-store.js';
import type { BackupStore } from './store.js';

/** A place as the settings name it: a folder, or `s3://bucket/prefix`. @throws Problem when it cannot be used at all */
export const openStore = (to: string, { s3 }: Pick<Settings, 's3'>): BackupStore => (to.startsWith('s3://') ? S3Store.at(to, s3) : new FolderStore(to));
