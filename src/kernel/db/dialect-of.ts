import type { QueryRunner } from 'typeorm';
import type { Dialect } from './dialect.js';
import { postgresDialect } from './postgres.dialect.js';
import { sqliteDialect } from './sqlite.dialect.js';

export const dialectOf = (runner: QueryRunner): Dialect =>
  runner.dataSource.options.type === 'postgres' ? postgresDialect : sqliteDialect;
