import type { DataSource } from 'typeorm';
import { planOf, type TablePlan } from './row-lines.js';

/** Keys go apart from the rows they open: of them only the newest are kept, so that who was erased is unreadable in old backups too. */
export const keyTables: readonly string[] = ['subject_key', 'file_key'];

/** Of the moment only: who is signed in. Nobody is after a restore. */
const passing: readonly string[] = ['session', 'sign_in_step'];

/** Tables whose rows are backed up, in the order of their names. */
export const dataTables = (source: DataSource): TablePlan[] => plans(source, (name) => !keyTables.includes(name) && !passing.includes(name));

export const tablesOfKeys = (source: DataSource): TablePlan[] => plans(source, (name) => keyTables.includes(name));

const plans = (source: DataSource, takes: (name: string) => boolean): TablePlan[] =>
  source.entityMetadatas.filter(({ tableName }) => takes(tableName)).map(planOf).sort((a, b) => (a.name < b.name ? -1 : 1));
