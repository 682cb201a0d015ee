import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dialectOf } from '../src/kernel/db/public.js';

/** What opens an entry may be emptied where the name of somebody erased was struck out of the version it vouches for. */
export class OpeningsStruck1700000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of dialectOf(runner).appendOnlyButErased('audit_opening')) await runner.query(statement);
  }

  /** Going back would throw records away; a backup is the way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations of this project are not undone; restore a backup'));
  }
}
