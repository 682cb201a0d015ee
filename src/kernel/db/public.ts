export { BoundsColumns, noBounds, boundsOf, columnsOf } from './bounds-columns.js';
export { InstantColumn, IdColumn, CodeColumn } from './columns.js';
export { openDatabase, createFile, closeDatabase, type OpenDatabase, type Entities, type Migrations } from './data-source.js';
export type { Dialect } from './dialect.js';
export { sqliteDialect } from './sqlite.dialect.js';
export { postgresDialect } from './postgres.dialect.js';
export { newId, isId } from './ids.js';
export { Ledger, type LedgerEntry, type LedgerNote } from './ledger.js';
export { UnitOfWork, Work } from './unit-of-work.js';
